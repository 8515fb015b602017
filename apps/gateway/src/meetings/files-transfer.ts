import type { Caller } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import {
  type BeginFile,
  fileErrors,
  fileMaxBytes,
  filePartBytes,
  type FilesClient,
  type StoredFile,
} from '@diemcau/contracts/meetings/files';
import { Readable } from 'node:stream';

/**
 * Hands a file to meetings, part by part as it comes: at no time is more than one part in memory, and a fast sender waits.
 * @throws Failure `common.tooLarge` as soon as there is more than a file may have, `files.empty`
 */
export async function keepFile(
  files: FilesClient,
  begin: BeginFile,
  body: AsyncIterable<Buffer>,
  caller: Caller,
): Promise<StoredFile> {
  const { fileId } = await files.begin(begin, caller);
  try {
    let [parts, bytes] = [0, 0];
    for await (const part of inParts(body)) {
      bytes += part.length;
      if (bytes > fileMaxBytes) throw new Failure(commonFailures.tooLarge, { maxBytes: fileMaxBytes });
      await files.addPart({ fileId, sequence: parts, data: part.toString('base64') }, caller);
      parts += 1;
    }
    if (bytes === 0) throw new Failure(fileErrors.empty);
    return await files.complete({ fileId, parts, bytes }, caller);
  } catch (error) {
    // What came so far is of no use; if this does not get through, meetings forgets it after a day.
    await files.cancel({ fileId }, caller).catch(() => undefined);
    throw error;
  }
}

async function* inParts(body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting = Buffer.alloc(0);
  for await (const piece of body) {
    waiting = Buffer.concat([waiting, piece]);
    for (; waiting.length >= filePartBytes; waiting = waiting.subarray(filePartBytes)) {
      yield waiting.subarray(0, filePartBytes);
    }
  }
  if (waiting.length > 0) yield waiting;
}

/** The content, asked for as fast as it is taken. */
export function contentOf(files: FilesClient, { id: fileId, bytes }: StoredFile, caller: Caller): Readable {
  async function* read(): AsyncGenerator<Buffer> {
    for (let from = 0; from < bytes;) {
      const part = Buffer.from((await files.read({ fileId, from }, caller)).data, 'base64');
      if (part.length === 0) throw new Error(`file ${fileId} ends at ${from} of ${bytes} bytes`);
      from += part.length;
      yield part;
    }
  }
  return Readable.from(read());
}

/** Names with diacritics are told by RFC 8187; saved, never opened in place. */
export const dispositionOf = ({ name }: StoredFile): string => {
  const ascii = name
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\/]/g, '_');
  const whole = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${ascii || 'file'}"; filename*=UTF-8''${whole}`;
};
