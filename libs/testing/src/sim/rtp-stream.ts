import { randomInt } from 'node:crypto';
import { ntpTime, RtcpSenderInfo, RtcpSrPacket, RtpHeader } from 'werift';
import type { SecureTransport } from './secure-transport.js';

/** RFC 3550 §6.2 with the shorter interval of RFC 4585, as browsers do: the SFU needs a report before it switches layers. */
const reportEveryMs = 1000;

interface StreamFormat {
  readonly payloadType: number;
  /** Hz. */
  readonly clockRate: number;
}

/** The packets of one SSRC: numbered, stamped, encrypted and reported on. */
export class RtpStream {
  readonly ssrc = randomInt(1, 0xffff_ffff);
  private sequenceNumber = randomInt(0, 0x8000);
  private readonly firstTimestamp = randomInt(0, 0x8000_0000);
  private readonly startedAt = performance.now();
  private packets = 0;
  private octets = 0;
  private reportedAt = -Infinity;

  constructor(
    private readonly transport: SecureTransport,
    private readonly format: StreamFormat,
  ) {}

  /** @param extensions RFC 8285 one-byte header extensions */
  send(
    payload: Buffer,
    {
      marker,
      nowMs,
      extensions = [],
    }: { marker: boolean; nowMs: number; extensions?: RtpHeader['extensions'] },
  ): void {
    const { keys, path } = this.transport;
    const header = new RtpHeader({
      payloadType: this.format.payloadType,
      ssrc: this.ssrc,
      sequenceNumber: this.sequenceNumber,
      timestamp: this.timestamp(nowMs),
      marker,
      extensions,
    });
    this.sequenceNumber = (this.sequenceNumber + 1) & 0xffff;
    this.packets += 1;
    this.octets += payload.length;
    path.send(keys.srtp.encrypt(payload, header));
    if (nowMs - this.reportedAt > reportEveryMs) this.report(nowMs);
  }

  private report(nowMs: number): void {
    this.reportedAt = nowMs;
    const senderInfo = new RtcpSenderInfo({
      ntpTimestamp: ntpTime(),
      rtpTimestamp: this.timestamp(nowMs),
      packetCount: this.packets,
      octetCount: this.octets % 2 ** 32,
    });
    const { keys, path } = this.transport;
    path.send(keys.srtcp.encrypt(new RtcpSrPacket({ ssrc: this.ssrc, senderInfo }).serialize()));
  }

  private timestamp(nowMs: number): number {
    const ticks = Math.round(((nowMs - this.startedAt) * this.format.clockRate) / 1000);
    return (this.firstTimestamp + Math.max(0, ticks)) % 2 ** 32;
  }
}
