import { anonymous } from '@diemcau/contracts/core/caller';
import { Bus, type Operation } from '@diemcau/contracts/core/contract';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import { MirrorDoor } from '@diemcau/contracts/gateway/edge';
import {
  type BeginMirror,
  Mirror,
  MirrorClient,
  mirrorErrors,
  type MirrorOpened,
  MirrorPlacementClient,
} from '@diemcau/contracts/media/mirror';
import { Injectable } from '@nestjs/common';
import { anyone } from '../edge/auth/access.js';
import type { Connection } from '../edge/live/connection.js';
import { Forwards, Receives } from '../edge/live/receives.js';

interface Standing {
  readonly node: string;
  readonly mirrorId: string;
}

const { open: _open, ...beforeIt } = Mirror;

/** Sound and picture of a check or trial (HB-8.2, TM-3): each mirror belongs to the socket that began it, and goes with it. */
@Injectable()
export class MirrorMessages {
  private readonly standing = new WeakMap<Connection, Standing>();

  constructor(
    private readonly placement: MirrorPlacementClient,
    private readonly mirrors: MirrorClient,
    private readonly bus: Bus,
  ) {}

  /** The ticket says who may; media reads it. */
  @Receives(MirrorDoor.begin, anyone, 'lineTest')
  async begin({ ticket }: BeginMirror, connection: Connection): Promise<MirrorOpened> {
    this.leave(connection);
    const { node } = await this.placement.place({}, anonymous);
    const opened = await this.mirrors.at(node).open({ ticket }, anonymous);
    this.leave(connection);
    this.standing.set(connection, { node, mirrorId: opened.mirrorId });
    connection.onClose(this, () => this.leave(connection));
    return opened;
  }

  /** A node that died took its mirrors with it: the client begins anew, on another one. */
  @Forwards(Object.values(beforeIt), anyone)
  async say(operation: Operation, input: object, connection: Connection): Promise<unknown> {
    const mirror = this.standing.get(connection);
    const asked = 'mirrorId' in input ? input.mirrorId : undefined;
    if (!mirror || mirror.mirrorId !== asked) throw new Failure(mirrorErrors.gone);
    try {
      return await this.bus.call(operation, input, anonymous, mirror.node);
    } catch (error) {
      if (isNobodyThere(error)) throw new Failure(mirrorErrors.gone);
      throw error;
    }
  }

  private leave(connection: Connection): void {
    const mirror = this.standing.get(connection);
    if (!mirror) return;
    this.standing.delete(connection);
    const { node, mirrorId } = mirror;
    // Lost words are made good by the mirror's own end.
    void this.mirrors
      .at(node)
      .leave({ mirrorId }, anonymous)
      .catch(() => undefined);
  }
}

const isNobodyThere = (error: unknown): boolean =>
  error instanceof Failure &&
  error.is(commonFailures.unavailable) &&
  error.details['why'] === 'nobody listens';
