import type { ConnectionDetails } from '@diemcau/client/room/details';

/** kbit/s of each stream between two looks; 0 for one that was not there before. */
export function bitrates(
  before: ConnectionDetails | null,
  now: ConnectionDetails,
  betweenMs: number,
): { readonly sent: number[]; readonly received: number[] } {
  const rate = (bytes: number, earlier: number | undefined) =>
    earlier === undefined ? 0 : Math.max(0, Math.round(((bytes - earlier) * 8) / betweenMs));
  return {
    sent: now.sent.map((one) => {
      const known = before?.sent.find(({ source, layer }) => source === one.source && layer === one.layer);
      return rate(one.bytesSent, known?.bytesSent);
    }),
    received: now.received.map((one) => {
      const known = before?.received.find(
        ({ peerId, source }) => peerId === one.peerId && source === one.source,
      );
      return rate(one.bytesReceived, known?.bytesReceived);
    }),
  };
}
