import { type FilePurpose, fileErrors, fileKinds } from '@diemcau/contracts/meetings/files';
import { Failure } from '@diemcau/contracts/core/failure';
import { fileTypeFromBuffer } from 'file-type';

/**
 * What a file is by its content; its name and the sender's word count for nothing.
 * @throws Failure `files.wrongKind` for what the purpose does not take (macros, SVG, HTML …), `files.damaged`
 */
export async function mediaTypeOf(bytes: Buffer, purpose: FilePurpose): Promise<string> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const allowed = fileKinds[purpose];
  if (!found || !allowed.includes(found.mime)) {
    throw new Failure(fileErrors.wrongKind, { purpose, found: found?.mime ?? null, allowed });
  }
  if (!endsAsItShould(bytes, found.mime)) throw new Failure(fileErrors.damaged, { found: found.mime });
  return found.mime;
}

/** A photo that broke off half-way is not seen by its beginning. */
function endsAsItShould(bytes: Buffer, type: string): boolean {
  switch (type) {
    case 'image/jpeg':
      // Phones append previews and maps after the picture's end.
      return bytes.includes(Buffer.from([0xff, 0xd9]));
    case 'image/png':
      return bytes.includes('IEND', Math.max(0, bytes.length - 4096));
    case 'image/webp':
      return bytes.length >= bytes.readUInt32LE(4) + 8;
    case 'application/pdf':
      return bytes.includes('%%EOF', Math.max(0, bytes.length - 4096));
    default:
      // What a zip contains is said at its end.
      return bytes.includes(Buffer.from([0x50, 0x4b, 5, 6]), Math.max(0, bytes.length - 66_000));
  }
}
