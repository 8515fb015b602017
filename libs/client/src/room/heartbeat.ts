import { Problem } from '../problem.js';
import type { Socket } from '../socket/socket.js';
import type { RoomLog } from './room-log.js';

const everyMs = 10_000;
const patienceMs = 4000;

/** Keeps the seat and compares versions, so that a quiet room that lost its last push notices. */
export class Heartbeat {
  private timer: ReturnType<typeof setInterval> | undefined;

  /** @param onSeatLost the server did not answer for our seat */
  constructor(
    private readonly socket: Pick<Socket, 'request'>,
    private readonly log: RoomLog,
    private readonly onSeatLost: () => void,
  ) {}

  start(): void {
    this.stop();
    this.timer = setInterval(() => void this.beat(), everyMs);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async beat(): Promise<void> {
    try {
      const input = { version: this.log.version };
      const { version, streamsVersion } = await this.socket.request('media.room.alive', input, {
        timeoutMs: patienceMs,
      });
      this.log.serverIsAt(version, streamsVersion);
    } catch (error) {
      const socketDown = error instanceof Problem && error.code === 'client.disconnected';
      if (!socketDown) this.onSeatLost();
    }
  }
}
