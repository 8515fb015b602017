import { Failure } from '@diemcau/contracts/core/failure';
import {
  type ConnectMirror,
  leastMirrorMs,
  type MediaTest,
  mirrorErrors,
  type MirrorImage,
  type MirrorOpened,
  type MirrorProgress,
  type MirrorSourceRef,
  type SeeMirror,
  type SendToMirror,
} from '@diemcau/contracts/media/mirror';
import { streamErrors } from '@diemcau/contracts/media/streams';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { MediaConfig } from '../config.js';
import { gaugeOf } from '../gauges.js';
import type { Mirror } from '../sfu/mirror.js';
import { SfuService } from '../sfu/sfu.service.js';
import { MediaTestsService } from './media-tests.service.js';
import { MirrorTicketsService } from './mirror-tickets.service.js';

interface Standing {
  readonly mirror: Mirror;
  readonly roomId: string;
  readonly subject: string;
  readonly openedAt: number;
}

const sweepEveryMs = 1000;

/** Mirrors that stand on this node (HB-8.2, TM-3): so many, for so long, for so much, each by one ticket. */
@Injectable()
export class MirrorService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger(MirrorService.name);
  private readonly standing = new Map<string, Standing>();
  private opening = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly sfu: SfuService,
    private readonly tickets: MirrorTicketsService,
    private readonly tests: MediaTestsService,
    private readonly config: MediaConfig,
  ) {}

  onApplicationBootstrap(): void {
    gaugeOf('media_mirrors', 'Sites measuring sound and picture on this node', () => this.standing.size);
    this.timer = setInterval(() => void this.sweep(), sweepEveryMs);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
    for (const mirrorId of this.standing.keys()) this.close(mirrorId);
  }

  /** A node that is full uses up no ticket. @throws Failure `mirror.ticketInvalid`, `.busy`, `.ticketUsed` */
  async open(ticket: string): Promise<MirrorOpened> {
    const claims = this.tickets.read(ticket);
    if (this.standing.size + this.opening >= this.config.mirrors) throw new Failure(mirrorErrors.busy);
    this.opening += 1;
    try {
      await this.tickets.use(claims);
      const mirror = await this.sfu.openMirror();
      const mirrorId = randomUUID();
      const { roomId, subject } = claims;
      this.standing.set(mirrorId, { mirror, roomId, subject, openedAt: performance.now() });
      mirror.onGone(() => this.close(mirrorId));
      return {
        mirrorId,
        lifeMs: this.config.mirrorMs,
        transports: mirror.opened,
        iceServers: this.sfu.iceServers(mirrorId),
        routerRtpCapabilities: mirror.rtpCapabilities,
      };
    } finally {
      this.opening -= 1;
    }
  }

  async connect({ mirrorId, transportId, dtlsParameters }: ConnectMirror): Promise<void> {
    await this.asked(mirrorId, (mirror) => mirror.connect(transportId, dtlsParameters));
  }

  async produce({ mirrorId, source, rtpParameters }: SendToMirror): Promise<{ producerId: string }> {
    return { producerId: await this.asked(mirrorId, (mirror) => mirror.produce(source, rtpParameters)) };
  }

  async see({ mirrorId, source, rtpCapabilities }: SeeMirror): Promise<MirrorImage> {
    const image = await this.asked(mirrorId, (mirror) => mirror.see(source, rtpCapabilities));
    const { id, producerId, kind } = image;
    return { id, producerId, kind, rtpParameters: image.rtpParameters as MirrorImage['rtpParameters'] };
  }

  async ready({ mirrorId, source }: MirrorSourceRef): Promise<void> {
    await this.asked(mirrorId, (mirror) => mirror.ready(source));
  }

  async look(mirrorId: string): Promise<MirrorProgress> {
    const { openedAt } = this.one(mirrorId);
    const figures = await this.asked(mirrorId, (mirror) => mirror.figures());
    return { measuredMs: Math.round(performance.now() - openedAt), ...figures };
  }

  /** @throws Failure `mirror.tooShort`, `.gone` */
  async finish(mirrorId: string): Promise<MediaTest> {
    const { roomId, subject } = this.one(mirrorId);
    const progress = await this.look(mirrorId);
    if (progress.measuredMs < leastMirrorMs) throw new Failure(mirrorErrors.tooShort);
    // Two that finish at once are one.
    this.one(mirrorId);
    this.close(mirrorId);
    return this.tests.keep({ id: mirrorId, roomId, subject, ...progress });
  }

  close(mirrorId: string): void {
    const standing = this.standing.get(mirrorId);
    if (!standing) return;
    this.standing.delete(mirrorId);
    standing.mirror.close();
  }

  private one(mirrorId: string): Standing {
    const standing = this.standing.get(mirrorId);
    if (!standing) throw new Failure(mirrorErrors.gone);
    return standing;
  }

  /** What mediasoup rejects was wrong in what the client sent, or the mirror has gone meanwhile. */
  private async asked<T>(mirrorId: string, work: (mirror: Mirror) => Promise<T>): Promise<T> {
    const { mirror } = this.one(mirrorId);
    try {
      return await work(mirror);
    } catch (error) {
      if (error instanceof Failure) throw error;
      this.one(mirrorId);
      const why = error instanceof Error ? error.message : String(error);
      throw new Failure(streamErrors.badParameters, { why });
    }
  }

  private async sweep(): Promise<void> {
    const now = performance.now();
    for (const [mirrorId, { mirror, openedAt, roomId }] of this.standing) {
      const kbps = await mirror.incomingKbps().catch(() => 0);
      if (kbps > 2 * this.config.mirrorKbps) {
        this.log.warn({ roomId, mirrorId, kbps }, 'a mirror was sent far too much');
        this.close(mirrorId);
      } else if (now - openedAt > this.config.mirrorMs) this.close(mirrorId);
    }
  }
}
