/** What came in so far. */
export interface Arrivals {
  /** RTP packets. */
  readonly packets: number;
  /** Bytes of their UDP payloads: RTP header, payload and authentication tag. */
  readonly bytes: number;
  /** Packets that were sent and did not come, by their numbers. */
  readonly lost: number;
  /** `performance.now()` of the first; null before it. */
  readonly firstAt: number | null;
}

interface Numbered {
  highest: number;
  /** From the first to the highest, wraps included. */
  expected: number;
  received: number;
}

/** Counts RTP packets by what their headers say in the clear, without decrypting them: a viewer that costs next to nothing. */
export class PacketCounter {
  private packets = 0;
  private bytes = 0;
  private firstAt: number | null = null;
  private readonly streams = new Map<number, Numbered>();

  count(packet: Buffer): void {
    this.firstAt ??= performance.now();
    this.packets += 1;
    this.bytes += packet.length;
    const sequenceNumber = packet.readUInt16BE(2);
    const ssrc = packet.readUInt32BE(8);
    const stream = this.streams.get(ssrc);
    if (!stream) {
      this.streams.set(ssrc, { highest: sequenceNumber, expected: 1, received: 1 });
      return;
    }
    stream.received += 1;
    const ahead = (sequenceNumber - stream.highest) & 0xffff;
    if (ahead === 0 || ahead > 0x7fff) return;
    stream.expected += ahead;
    stream.highest = sequenceNumber;
  }

  /** SSRCs heard of so far. */
  get streamCount(): number {
    return this.streams.size;
  }

  get arrivals(): Arrivals {
    const { packets, bytes, firstAt } = this;
    const lost = [...this.streams.values()].reduce(
      (sum, { expected, received }) => sum + Math.max(0, expected - received),
      0,
    );
    return { packets, bytes, lost, firstAt };
  }
}
