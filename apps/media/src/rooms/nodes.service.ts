import { type NodeAlive, nodeAliveSubject } from '@diemcau/contracts/media/room';
import { Nats } from '@diemcau/service/bus/nats';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { MediaConfig } from '../config.js';

const heartbeatMs = 1000;
const deadAfterMs = 3500;

/** Heartbeats of the media nodes: this one's, and what is heard of the others. */
@Injectable()
export class NodesService implements OnApplicationBootstrap, OnApplicationShutdown {
  /** New at every start of the process: everything made under another one is gone. */
  readonly bootId = randomUUID();
  private readonly heardAt = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly nats: Nats,
    private readonly config: MediaConfig,
  ) {}

  onApplicationBootstrap(): void {
    this.nats.connection.subscribe(nodeAliveSubject, {
      callback: (error, message) => {
        if (!error) this.heardAt.set(message.json<NodeAlive>().node, Date.now());
      },
    });
    this.beat();
    this.timer = setInterval(() => this.beat(), heartbeatMs);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  isAlive(node: string): boolean {
    return Date.now() - (this.heardAt.get(node) ?? 0) < deadAfterMs;
  }

  private beat(): void {
    if (!this.nats.connected) return;
    const alive: NodeAlive = { node: this.config.nodeId, bootId: this.bootId };
    this.nats.connection.publish(nodeAliveSubject, JSON.stringify(alive));
  }
}
