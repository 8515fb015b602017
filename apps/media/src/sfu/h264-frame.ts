import type { FrameStart } from './vp8-frame.js';

const spsType = 7;
const aggregateType = 24;

/**
 * @returns the size in the sequence parameter set that comes with an H264 key frame (RFC 6184 §5.6–5.7, H.264 §7.3.2.1); null
 * for packets without one
 */
export function h264KeyFrame(payload: Buffer): FrameStart | null {
  const type = (payload[0] ?? 0) & 0x1f;
  if (type === spsType) return sizeIn(payload);
  if (type !== aggregateType) return null;
  for (let at = 1; at + 2 < payload.length;) {
    const length = payload.readUInt16BE(at);
    const unit = payload.subarray(at + 2, at + 2 + length);
    if (((unit[0] ?? 0) & 0x1f) === spsType) return sizeIn(unit);
    at += 2 + length;
  }
  return null;
}

/** Of the baseline profiles, which rooms carry: the others have more fields before the size. */
function sizeIn(unit: Buffer): FrameStart | null {
  const baseline = 66;
  if (unit[1] !== baseline) return null;
  const bits = new BitReader(withoutEscapes(unit.subarray(4)));
  bits.unsigned();
  bits.unsigned();
  const orderType = bits.unsigned();
  if (orderType === 0) bits.unsigned();
  // Type 1 is for interlaced studio material; no camera of a browser sends it.
  else if (orderType === 1) return null;
  bits.unsigned();
  bits.bit();
  const width = 16 * (bits.unsigned() + 1);
  const mapUnits = bits.unsigned() + 1;
  const framesOnly = bits.bit();
  if (framesOnly === 0) bits.bit();
  bits.bit();
  const cropped = bits.bit() === 1;
  const [left, right, top, bottom] = cropped
    ? [bits.unsigned(), bits.unsigned(), bits.unsigned(), bits.unsigned()]
    : [0, 0, 0, 0];
  const lines = 2 - framesOnly;
  return {
    width: width - 2 * (left + right),
    height: 16 * lines * mapUnits - 2 * lines * (top + bottom),
  };
}

/** H.264 §7.4.1: a 3 after two zeros is not part of the content. */
const withoutEscapes = (bytes: Buffer): Buffer =>
  Buffer.from(bytes.filter((byte, at) => !(byte === 3 && bytes[at - 1] === 0 && bytes[at - 2] === 0)));

class BitReader {
  private at = 0;

  constructor(private readonly bytes: Buffer) {}

  bit(): 0 | 1 {
    const byte = this.bytes[this.at >> 3] ?? 0;
    const bit = (byte >> (7 - (this.at & 7))) & 1;
    this.at += 1;
    return bit === 1 ? 1 : 0;
  }

  /** Exp-Golomb, H.264 §9.1. */
  unsigned(): number {
    let zeros = 0;
    while (zeros < 31 && this.bit() === 0) zeros += 1;
    let value = 1;
    for (let i = 0; i < zeros; i += 1) value = 2 * value + this.bit();
    return value - 1;
  }
}
