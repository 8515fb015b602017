import { Problem } from '../problem.js';
import { retryDelayMs } from './backoff.js';
import type { RoomSocket } from './calls.js';
import { isFinal } from './connection.js';

/**
 * Brings the seat back, again and again until it works: one attempt at a time, none while the socket is down, each with
 * everything it needs anew.
 */
export class Joiner {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private attempts = 0;
  private running = false;
  private wanted = false;
  private stopped = false;
  private notBeforeMs = 0;
  private readonly forgetState: () => void;

  /**
   * @param attempt one whole join; what it throws decides whether there is another
   * @param onRefused there will be none
   */
  constructor(
    private readonly socket: Pick<RoomSocket, 'state' | 'onState'>,
    private readonly attempt: () => Promise<void>,
    private readonly onRefused: (problem: Problem) => void,
  ) {
    this.forgetState = socket.onState((state) => {
      if (state === 'connected') this.want();
    });
  }

  /** The seat is needed (again). Asked during an attempt, another follows it. */
  want(): void {
    this.wanted = true;
    this.attempts = 0;
    clearTimeout(this.timer);
    void this.run();
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
    this.forgetState();
  }

  private async run(): Promise<void> {
    if (this.running || this.stopped || !this.wanted || this.socket.state !== 'connected') return;
    this.running = true;
    this.wanted = false;
    try {
      await this.attempt();
      this.attempts = 0;
      this.notBeforeMs = 0;
    } catch (error) {
      this.failed(error);
    } finally {
      this.running = false;
    }
    if (this.wanted) this.later(retryDelayMs(this.attempts));
  }

  private failed(error: unknown): void {
    if (error instanceof Problem && isFinal(error)) {
      this.stop();
      this.onRefused(error);
      return;
    }
    this.wanted = true;
    this.attempts += 1;
    this.notBeforeMs = (error instanceof Problem && error.retryAfterMs) || 0;
  }

  private later(delayMs: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.run(), Math.max(delayMs, this.notBeforeMs));
  }
}
