/** The header extension in which senders say how loud a packet is. RFC 6464 */
export const audioLevelUri = 'urn:ietf:params:rtp-hdrext:ssrc-audio-level';

/**
 * How loud a packet says it is, in dBov, -127 (silent) to 0; undefined where it says nothing.
 * @param packet a whole RTP packet (RFC 3550 §5.1)
 * @param id of the extension, as negotiated; one- or two-byte headers (RFC 8285)
 */
export function audioLevelOf(packet: Buffer, id: number): number | undefined {
  const first = packet[0] ?? 0;
  const head = 12 + 4 * (first & 0x0f);
  if ((first & 0x10) === 0 || packet.length < head + 4) return undefined;
  const profile = packet.readUInt16BE(head);
  const isLong = (profile & 0xfff0) === 0x1000;
  if (!isLong && profile !== 0xbede) return undefined;
  const end = Math.min(packet.length, head + 4 + 4 * packet.readUInt16BE(head + 2));
  for (let at = head + 4; at < end;) {
    const byte = packet[at] ?? 0;
    if (byte === 0) {
      at += 1;
      continue;
    }
    const own = isLong ? byte : byte >> 4;
    const length = isLong ? (packet[at + 1] ?? 0) : (byte & 0x0f) + 1;
    const data = at + (isLong ? 2 : 1);
    if (own === id && length > 0 && data < end) return 0 - ((packet[data] ?? 0) & 0x7f);
    at = data + length;
  }
  return undefined;
}
