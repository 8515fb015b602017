import { Failure } from '@diemcau/contracts/core/failure';
import { lineErrors, type LineConsumerOpened } from '@diemcau/contracts/media/line';
import type { OpenedTransport } from '@diemcau/contracts/media/streams';
import type { types } from 'mediasoup';
import type { SfuWorker } from './sfu-worker.js';

export type LineLabel = 'probe' | 'load';

const chunk = Buffer.alloc(16 * 1024, 7);
/** Enough in flight for 100 Mbit/s over 100 ms, little enough to stop soon. */
const inFlightBytes = 1_000_000;
const refillEveryMs = 5;

/**
 * A data channel through the same port, ICE and DTLS as media, ending in this process: probes are echoed, load is counted or
 * sent. The worker stays in between, so what is measured is the line to the SFU.
 */
export class LineChannel {
  private received = { bytes: 0, firstAt: 0, lastAt: 0 };
  private sent = { bytes: 0, elapsedMs: 0 };
  private loading = false;

  private constructor(
    private readonly router: types.Router,
    private readonly transport: types.WebRtcTransport,
    private readonly inside: types.DirectTransport,
    private readonly outgoing: Record<LineLabel, types.DataProducer>,
  ) {}

  static async open(sfu: SfuWorker): Promise<LineChannel> {
    const router = await sfu.createRouter();
    try {
      const [transport, inside] = await Promise.all([
        router.createWebRtcTransport({
          webRtcServer: sfu.server,
          enableUdp: true,
          enableTcp: true,
          preferUdp: true,
          enableSctp: true,
          sctpSendBufferSize: 4 * inFlightBytes,
          sctpPerStreamSendQueueLimit: 4 * inFlightBytes,
        }),
        router.createDirectTransport(),
      ]);
      const [probe, load] = await Promise.all([
        inside.produceData({ label: 'probe' }),
        inside.produceData({ label: 'load' }),
      ]);
      return new LineChannel(router, transport, inside, { probe, load });
    } catch (error) {
      router.close();
      throw error;
    }
  }

  get opened(): OpenedTransport {
    const { id, iceParameters, iceCandidates, dtlsParameters } = this.transport;
    return { id, iceParameters, candidates: { list: iceCandidates }, dtlsParameters };
  }

  get sctpParameters(): types.SctpParameters {
    if (!this.transport.sctpParameters) throw new Error('the line transport was made without SCTP');
    return this.transport.sctpParameters;
  }

  get rtpCapabilities(): types.RtpCapabilities {
    return this.router.rtpCapabilities;
  }

  async connect(dtlsParameters: types.DtlsParameters): Promise<void> {
    await this.transport.connect({ dtlsParameters });
  }

  /** The client sends: probes come back to it, load is counted. */
  async send(label: LineLabel, sctpStreamParameters: types.SctpStreamParameters): Promise<string> {
    const producer = await this.transport.produceData({ label, sctpStreamParameters });
    const consumer = await this.inside.consumeData({ dataProducerId: producer.id });
    consumer.on('message', (message, ppid) => {
      if (label === 'probe') this.outgoing.probe.send(message, ppid);
      else this.count(message.byteLength);
    });
    return producer.id;
  }

  /** The client receives: probes as they come (late ones are lost ones), load in order. */
  async receive(label: LineLabel): Promise<LineConsumerOpened> {
    const consumer = await this.transport.consumeData({
      dataProducerId: this.outgoing[label].id,
      ...(label === 'probe' && { ordered: false, maxRetransmits: 0 }),
    });
    if (label === 'load') this.transport.appData['load'] = consumer;
    if (!consumer.sctpStreamParameters) throw new Error('the consumer has no SCTP stream');
    return {
      id: consumer.id,
      dataProducerId: consumer.dataProducerId,
      sctpStreamParameters: consumer.sctpStreamParameters,
    };
  }

  /** Sends as fast as the line takes it. */
  async load(durationMs: number): Promise<void> {
    const consumer = this.transport.appData['load'] as types.DataConsumer | undefined;
    if (!consumer || this.loading) throw new Failure(lineErrors.notMeasured);
    this.loading = true;
    const startedAt = Date.now();
    let bytes = 0;
    while (Date.now() < startedAt + durationMs && !consumer.closed) {
      const waiting = await consumer.getBufferedAmount();
      for (let sent = waiting; sent < inFlightBytes; sent += chunk.byteLength) {
        this.outgoing.load.send(chunk);
        bytes += chunk.byteLength;
      }
      this.sent = { bytes, elapsedMs: Date.now() - startedAt };
      await new Promise((resolve) => setTimeout(resolve, refillEveryMs));
    }
    this.loading = false;
  }

  get upload(): { receivedBytes: number; elapsedMs: number } {
    const { bytes, firstAt, lastAt } = this.received;
    return { receivedBytes: bytes, elapsedMs: Math.round(lastAt - firstAt) };
  }

  /** What was handed to the line, what is still in flight included: more than that cannot have arrived. */
  get download(): { sentBytes: number; elapsedMs: number } {
    return { sentBytes: this.sent.bytes, elapsedMs: this.sent.elapsedMs };
  }

  close(): void {
    this.router.close();
  }

  private count(bytes: number): void {
    const now = performance.now();
    // The first message starts the clock and is not counted: it took the time before the clock ran.
    if (this.received.firstAt === 0) this.received = { bytes: 0, firstAt: now, lastAt: now };
    else this.received = { ...this.received, bytes: this.received.bytes + bytes, lastAt: now };
  }
}
