import { anonymous } from '@diemcau/contracts/core/caller';
import { Bus, type Operation } from '@diemcau/contracts/core/contract';
import { Failure } from '@diemcau/contracts/core/failure';
import { LineDoor } from '@diemcau/contracts/gateway/edge';
import {
  type BeginLineTest,
  Line,
  LineClient,
  lineErrors,
  LinePlacementClient,
  type LineTestOpened,
} from '@diemcau/contracts/media/line';
import { RoomsClient } from '@diemcau/contracts/meetings/rooms';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { anyone } from '../edge/auth/access.js';
import type { Connection } from '../edge/live/connection.js';
import { Forwards, Receives } from '../edge/live/receives.js';

interface Running {
  readonly node: string;
  readonly lineTestId: string;
}

const { open: _open, ...duringTest } = Line;

/** Line tests before entering (TM-1b): each belongs to the socket that began it. */
@Injectable()
export class LineMessages {
  private readonly running = new WeakMap<Connection, Running>();

  constructor(
    private readonly rooms: RoomsClient,
    private readonly placement: LinePlacementClient,
    private readonly line: LineClient,
    private readonly bus: Bus,
  ) {}

  @Receives(LineDoor.begin, anyone, 'lineTest')
  async begin({ slug }: BeginLineTest, connection: Connection): Promise<LineTestOpened> {
    const { id: roomId, requiredMbps } = await this.rooms.find({ slug }, anonymous);
    const { node } = await this.placement.place({}, anonymous);
    const opened = await this.line
      .at(node)
      .open({ roomId, requiredMbps, attachmentId: randomUUID() }, anonymous);
    this.running.set(connection, { node, lineTestId: opened.lineTestId });
    return opened;
  }

  @Forwards(Object.values(duringTest), anyone)
  async say(operation: Operation, input: object, connection: Connection): Promise<unknown> {
    const test = this.running.get(connection);
    const asked = 'lineTestId' in input ? input.lineTestId : undefined;
    if (!test || test.lineTestId !== asked) throw new Failure(lineErrors.notFound);
    return this.bus.call(operation, input, anonymous, test.node);
  }
}
