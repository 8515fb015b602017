import type { IceServer } from '@diemcau/contracts/media/room';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { MediaConfig } from '../config.js';
import { iceServers } from './ice-servers.js';
import { LineChannel } from './line-channel.js';
import { Mirror } from './mirror.js';
import { RoomMedia, type RoomMediaListener } from './room-media.js';
import { WorkersService } from './workers.service.js';

/** The door to the SFU: media for rooms, channels for line tests, mirrors, the ways clients reach it. */
@Injectable()
export class SfuService {
  /** What was made under another one died with its process. */
  private readonly bootId = randomUUID();
  private made = 0;

  constructor(
    private readonly workers: WorkersService,
    private readonly config: MediaConfig,
  ) {}

  /** @param fromVersion what the room's media of before had come to; 0 for its first */
  openRoom(listener: RoomMediaListener, fromVersion: number): RoomMedia {
    this.made += 1;
    return new RoomMedia(`${this.bootId}.${this.made}`, this.workers, this.config, listener, fromVersion);
  }

  async openLine(): Promise<LineChannel> {
    return LineChannel.open(await this.workers.leastLoaded());
  }

  async openMirror(): Promise<Mirror> {
    return Mirror.open(await this.workers.leastLoaded(), this.config.mirrorKbps);
  }

  iceServers(clientId: string): IceServer[] {
    return iceServers(this.config, clientId, Date.now());
  }
}
