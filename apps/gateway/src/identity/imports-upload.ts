import type { Caller } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import {
  type BeginImport,
  importErrors,
  importMaxBytes,
  importPartBytes,
  type ImportsClient,
  type ImportView,
} from '@diemcau/contracts/identity/imports';

/**
 * Hands a file to identity, part by part as it comes: at no time is more than one part in memory, and a fast sender waits.
 * @throws Failure `common.tooLarge` as soon as there is more than announced, `imports.empty`
 */
export async function sendFile(
  imports: ImportsClient,
  begin: BeginImport,
  body: AsyncIterable<Buffer>,
  caller: Caller,
): Promise<ImportView> {
  const { id: importId } = await imports.begin(begin, caller);
  try {
    const { parts, bytes } = await sendParts(imports, importId, body, caller);
    return await imports.complete({ importId, parts, bytes }, caller);
  } catch (error) {
    // What came so far is of no use; if this does not get through, identity forgets it after a while.
    await imports.cancel({ importId }, caller).catch(() => undefined);
    throw error;
  }
}

async function sendParts(
  imports: ImportsClient,
  importId: string,
  body: AsyncIterable<Buffer>,
  caller: Caller,
): Promise<{ parts: number; bytes: number }> {
  let parts = 0;
  let bytes = 0;
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  const send = async (part: Buffer): Promise<void> => {
    await imports.addPart({ importId, sequence: parts, data: part.toString('base64') }, caller);
    parts += 1;
  };
  for await (const piece of body) {
    bytes += piece.length;
    if (bytes > importMaxBytes) throw new Failure(commonFailures.tooLarge, { maxBytes: importMaxBytes });
    waiting.push(piece);
    waitingBytes += piece.length;
    if (waitingBytes < importPartBytes) continue;
    let all = Buffer.concat(waiting);
    for (; all.length >= importPartBytes; all = all.subarray(importPartBytes)) {
      await send(all.subarray(0, importPartBytes));
    }
    waiting = [all];
    waitingBytes = all.length;
  }
  if (bytes === 0) throw new Failure(importErrors.empty);
  if (waitingBytes > 0) await send(Buffer.concat(waiting));
  return { parts, bytes };
}
