import { Failure } from '@diemcau/contracts/core/failure';
import {
  type ConnectLineTest,
  type FinishLineTest,
  lineErrors,
  type LineTest,
  type LineTestOpened,
  type OpenLineTest,
  type ReceiveLineData,
  type RunLineLoad,
  type SendLineData,
} from '@diemcau/contracts/media/line';
import { streamErrors } from '@diemcau/contracts/media/streams';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { MediaConfig } from '../config.js';
import type { LineChannel } from '../sfu/line-channel.js';
import { SfuService } from '../sfu/sfu.service.js';
import { LineResultsService } from './line-results.service.js';
import { verdictOn } from './verdict.js';

interface Running {
  readonly channel: LineChannel;
  readonly roomId: string;
  readonly requiredMbps: number;
  readonly expiry: NodeJS.Timeout;
}

/** A test takes some 6 s; whoever walks away is cleaned up. */
const lifeMs = 45_000;

/** Line tests under way on this node (TM-1b). */
@Injectable()
export class LineService {
  private readonly running = new Map<string, Running>();
  private opening = 0;

  constructor(
    private readonly sfu: SfuService,
    private readonly results: LineResultsService,
    private readonly config: MediaConfig,
  ) {}

  async open({ roomId, requiredMbps }: OpenLineTest): Promise<LineTestOpened> {
    if (this.running.size + this.opening >= this.config.lineTests) throw new Failure(lineErrors.busy);
    this.opening += 1;
    const channel = await this.sfu.openLine().finally(() => {
      this.opening -= 1;
    });
    const lineTestId = randomUUID();
    const expiry = setTimeout(() => this.close(lineTestId), lifeMs);
    expiry.unref();
    this.running.set(lineTestId, { channel, roomId, requiredMbps, expiry });
    return {
      lineTestId,
      transports: [channel.opened],
      sctpParameters: channel.sctpParameters,
      iceServers: this.sfu.iceServers(lineTestId),
      routerRtpCapabilities: channel.rtpCapabilities,
    };
  }

  async connect({ lineTestId, dtlsParameters }: ConnectLineTest): Promise<void> {
    await asked(() => this.test(lineTestId).channel.connect(dtlsParameters));
  }

  async send({ lineTestId, label, sctpStreamParameters }: SendLineData) {
    const { streamId, ...rest } = sctpStreamParameters;
    if (streamId === undefined) throw new Failure(streamErrors.badParameters);
    const { channel } = this.test(lineTestId);
    return { dataProducerId: await asked(() => channel.send(label, { streamId, ...rest })) };
  }

  async receive({ lineTestId, label }: ReceiveLineData) {
    return asked(() => this.test(lineTestId).channel.receive(label));
  }

  /** Answers when the load has begun; it ends by itself. */
  async load({ lineTestId, durationMs }: RunLineLoad): Promise<void> {
    const { channel } = this.test(lineTestId);
    // A worker that dies meanwhile ends the load; the client sees the data stop.
    void channel.load(durationMs).catch(() => undefined);
  }

  upload(lineTestId: string) {
    return this.test(lineTestId).channel.upload;
  }

  async finish({ lineTestId, ...measured }: FinishLineTest): Promise<LineTest> {
    const { channel, roomId, requiredMbps } = this.test(lineTestId);
    const { receivedBytes, elapsedMs } = channel.upload;
    if (elapsedMs === 0) throw new Failure(lineErrors.notMeasured);
    const upMbps = (receivedBytes * 8) / elapsedMs / 1000;
    const downMbps = Math.min(measured.downMbps, mostMbps(channel.download));
    this.close(lineTestId);
    const figures = { ...measured, upMbps, downMbps, requiredMbps };
    return this.results.keep({ id: lineTestId, roomId, ...figures, verdict: verdictOn(figures) });
  }

  private test(lineTestId: string): Running {
    const test = this.running.get(lineTestId);
    if (!test) throw new Failure(lineErrors.notFound);
    return test;
  }

  private close(lineTestId: string): void {
    const test = this.running.get(lineTestId);
    if (!test) return;
    clearTimeout(test.expiry);
    this.running.delete(lineTestId);
    test.channel.close();
  }
}

/** Clients leave out how long TCP-like slow start takes, 400 ms; some more for the way. */
const notCountedMs = 500;

/**
 * The client counts what arrives, and might say anything: it is not believed beyond what was sent.
 * @throws Failure `line.notMeasured`
 */
function mostMbps({ sentBytes, elapsedMs }: { sentBytes: number; elapsedMs: number }): number {
  if (elapsedMs <= notCountedMs) throw new Failure(lineErrors.notMeasured);
  return (sentBytes * 8) / (elapsedMs - notCountedMs) / 1000;
}

/** What mediasoup rejects was wrong in what the client sent. */
async function asked<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(streamErrors.badParameters, {
      why: error instanceof Error ? error.message : String(error),
    });
  }
}
