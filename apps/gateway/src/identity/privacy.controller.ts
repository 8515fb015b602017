import type { Caller } from '@diemcau/contracts/core/caller';
import type { Nothing } from '@diemcau/contracts/core/page';
import {
  type ApproveErasure,
  type ArchiveChunk,
  type ArchiveChunkQuery,
  type AskForArchive,
  type AskForErasure,
  type DataKindList,
  Privacy,
  PrivacyClient,
  type PrivacyRequest,
  type PrivacyRequestPage,
  type PrivacyRequestQuery,
  PrivacyRequestRef,
  type RefuseRequest,
} from '@diemcau/contracts/identity/privacy';
import { Controller, StreamableFile } from '@nestjs/common';
import { Readable } from 'node:stream';
import { mayDo, signedIn } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

const jsonType = 'application/json';

/** Law 91/2025/QH15: what is kept about people, and their rights to it. */
@Controller()
export class PrivacyController {
  constructor(private readonly privacy: PrivacyClient) {}

  @Route.get(
    'privacy/kinds',
    Privacy.kinds,
    signedIn,
    'Dữ liệu cá nhân nào được giữ, để làm gì, bao lâu · What is kept, why and for how long',
  )
  kinds(input: Nothing, caller: Caller): Promise<DataKindList> {
    return this.privacy.kinds(input, caller);
  }

  @Route.get('privacy/requests', Privacy.requests, signedIn, 'Sổ yêu cầu về dữ liệu cá nhân · Requests')
  requests(input: PrivacyRequestQuery, caller: Caller): Promise<PrivacyRequestPage> {
    return this.privacy.requests(input, caller);
  }

  @Route.get('privacy/requests/:requestId', Privacy.find, signedIn, 'Một yêu cầu · One request')
  find(input: PrivacyRequestRef, caller: Caller): Promise<PrivacyRequest> {
    return this.privacy.find(input, caller);
  }

  @Route.post(
    'privacy/archives',
    Privacy.askForArchive,
    signedIn,
    'Xin bản tổng hợp mọi dữ liệu về một người · Ask for everything about a person',
    { status: 202 },
  )
  askForArchive(input: AskForArchive, caller: Caller): Promise<PrivacyRequest> {
    return this.privacy.askForArchive(input, caller);
  }

  @Route.post(
    'privacy/erasures',
    Privacy.askForErasure,
    signedIn,
    'Xin xoá dữ liệu về một người · Ask that a person be erased',
    { status: 202 },
  )
  askForErasure(input: AskForErasure, caller: Caller): Promise<PrivacyRequest> {
    return this.privacy.askForErasure(input, caller);
  }

  @Route.post(
    'privacy/requests/:requestId/approve',
    Privacy.approve,
    mayDo('privacy.manage'),
    'Duyệt xoá ngay; không phải người đã xin · Approve an erasure at once; somebody else than who asked',
    { status: 202 },
  )
  approve(input: ApproveErasure, caller: Caller): Promise<PrivacyRequest> {
    return this.privacy.approve(input, caller);
  }

  @Route.post(
    'privacy/requests/:requestId/refuse',
    Privacy.refuse,
    mayDo('privacy.manage'),
    'Từ chối, nêu căn cứ · Refuse, with the reason',
  )
  refuse(input: RefuseRequest, caller: Caller): Promise<PrivacyRequest> {
    return this.privacy.refuse(input, caller);
  }

  @Route.post('privacy/requests/:requestId/withdraw', Privacy.withdraw, signedIn, 'Rút yêu cầu · Withdraw')
  withdraw(input: PrivacyRequestRef, caller: Caller): Promise<PrivacyRequest> {
    return this.privacy.withdraw(input, caller);
  }

  @Route.get<ArchiveChunkQuery, ArchiveChunk, StreamableFile>(
    'privacy/requests/:requestId/archive.json',
    Privacy.archiveChunk,
    signedIn,
    'Tải bản tổng hợp · The archive',
    { input: PrivacyRequestRef, download: [jsonType] },
  )
  async archive({ requestId }: PrivacyRequestRef, caller: Caller): Promise<StreamableFile> {
    // The first part is asked for before anything is answered, so that a refusal is one.
    const first = await this.privacy.archiveChunk({ requestId, index: 0 }, caller);
    const parts = this.partsOf(requestId, first, caller);
    const disposition = 'attachment; filename="du-lieu-ca-nhan.json"';
    return new StreamableFile(Readable.from(parts), { type: jsonType, disposition });
  }

  private async *partsOf(requestId: string, first: ArchiveChunk, caller: Caller): AsyncGenerator<string> {
    yield first.text;
    for (let index = 1; index < first.count; index += 1) {
      yield (await this.privacy.archiveChunk({ requestId, index }, caller)).text;
    }
  }
}
