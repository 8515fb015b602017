export interface FrameStart {
  /** The packet begins a picture whole in itself. */
  readonly width: number;
  readonly height: number;
}

/** @returns the size a VP8 key frame begins with (RFC 7741 §4.2, RFC 6386 §9.1); null for any other packet */
export function vp8KeyFrame(payload: Buffer): FrameStart | null {
  const first = payload[0] ?? 0;
  const startsPartition0 = (first & 0x10) !== 0 && (first & 0x0f) === 0;
  if (!startsPartition0) return null;
  let at = 1;
  if ((first & 0x80) !== 0) {
    const extended = payload[at] ?? 0;
    at += 1;
    if ((extended & 0x80) !== 0) at += ((payload[at] ?? 0) & 0x80) === 0 ? 1 : 2;
    if ((extended & 0x40) !== 0) at += 1;
    if ((extended & 0x30) !== 0) at += 1;
  }
  const header = payload.subarray(at, at + 10);
  const isKey = header.length === 10 && ((header[0] ?? 1) & 1) === 0;
  if (!isKey || header.readUIntBE(3, 3) !== 0x9d012a) return null;
  return { width: header.readUInt16LE(6) & 0x3fff, height: header.readUInt16LE(8) & 0x3fff };
}
