import { type NodeAlive, nodeAliveSubject } from '@diemcau/contracts/media/room';
import { Nats } from '@diemcau/service/bus/nats';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { NodeLiveness } from './node-liveness.js';

const lookEveryMs = 500;

/** Notices media nodes that died or came back as another process. */
@Injectable()
export class MediaNodes implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger(MediaNodes.name);
  private readonly liveness = new NodeLiveness();
  private readonly listeners: ((node: string) => void)[] = [];
  private lookedAt = performance.now();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly nats: Nats) {}

  onApplicationBootstrap(): void {
    this.nats.connection.subscribe(nodeAliveSubject, {
      callback: (error, message) => {
        if (!error) this.heard(message.json<NodeAlive>());
      },
    });
    this.timer = setInterval(() => this.look(), lookEveryMs);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Called with each node whose seats are gone. */
  onGone(listener: (node: string) => void): void {
    this.listeners.push(listener);
  }

  /** A node has just answered. */
  met(node: string): void {
    this.liveness.met(node, performance.now());
  }

  private heard(alive: NodeAlive): void {
    if (this.liveness.heard(alive, performance.now())) this.gone(alive.node, 'started anew');
  }

  private look(): void {
    const now = performance.now();
    const stoodStill = now - this.lookedAt > 3 * lookEveryMs;
    this.lookedAt = now;
    if (stoodStill || !this.nats.connected) return this.liveness.pardon(now);
    for (const node of this.liveness.silent(now)) this.gone(node, 'went silent');
  }

  private gone(node: string, how: string): void {
    this.log.warn({ node }, `a media node ${how}`);
    for (const listener of this.listeners) listener(node);
  }
}
