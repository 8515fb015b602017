import type { Caller } from '@diemcau/contracts/core/caller';
import {
  BeginFile,
  fileMaxBytes,
  FileRef,
  Files,
  FilesClient,
  StoredFile,
} from '@diemcau/contracts/meetings/files';
import { Controller, Headers, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { account } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';
import { Body, keptTypes } from '../edge/http/uploads.js';
import { contentOf, dispositionOf, keepFile } from './files-transfer.js';

/** Photos and documents: kept first, then named by what they belong to. */
@Controller()
export class FilesController {
  constructor(private readonly files: FilesClient) {}

  @Route.post(
    'files',
    Files.begin,
    account,
    'Gửi ảnh hoặc văn bản; chưa gắn vào đâu thì sau một ngày bị xoá · Upload; thrown away after a day unless used',
    {
      status: 201,
      input: BeginFile,
      answer: StoredFile,
      upload: { types: keptTypes, maxBytes: fileMaxBytes },
    },
  )
  upload(input: BeginFile, caller: Caller, @Body() body: AsyncIterable<Buffer>): Promise<StoredFile> {
    return keepFile(this.files, input, body, caller);
  }

  @Route.get('files/:fileId/about', Files.find, account, 'Về một tệp · About a file')
  about(input: FileRef, caller: Caller): Promise<StoredFile> {
    return this.files.find(input, caller);
  }

  @Route.get<FileRef, StoredFile, StreamableFile | undefined>(
    'files/:fileId',
    Files.find,
    account,
    'Tải tệp về · Download',
    { download: ['application/octet-stream'] },
  )
  async download(
    input: FileRef,
    caller: Caller,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const file = await this.files.find(input, caller);
    const etag = `"${file.sha256}"`;
    void reply.headers({ etag, 'cache-control': 'private, no-cache' });
    if (known === etag) {
      void reply.status(304);
      return undefined;
    }
    return new StreamableFile(contentOf(this.files, file, caller), {
      type: file.mediaType,
      disposition: dispositionOf(file),
      length: file.bytes,
    });
  }
}
