/** What a packet of Opus lasts as browsers send it, in ms. */
const packetMs = 20;

/**
 * How loud one microphone was, packet by packet: the pauses between words, in which little or nothing is sent, count for
 * nothing and take nothing away.
 */
export class SoundMeter {
  private loudest = -127;
  private heard = 0;

  /** @param leastDbov from where on it is a voice */
  constructor(private readonly leastDbov: number) {}

  hear(dbov: number): void {
    this.loudest = Math.max(this.loudest, dbov);
    if (dbov >= this.leastDbov) this.heard += packetMs;
  }

  get level(): { readonly loudestDbov: number; readonly heardMs: number } {
    return { loudestDbov: this.loudest, heardMs: this.heard };
  }
}
