/** Runs one piece of work at a time; asked again while it runs, it runs once more. Failures are left to the next run. */
export class Repeater {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | undefined;
  private again = false;

  constructor(
    private readonly delayMs: number,
    private readonly work: () => Promise<void>,
  ) {}

  /** Runs after the delay; whatever asks in between shares that run, the earliest wins. */
  soon(delayMs: number = this.delayMs): void {
    if (this.timer !== undefined && delayMs >= this.delayMs) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.now().catch(() => undefined), delayMs);
  }

  /** @throws what the work throws */
  async now(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.running) {
      this.again = true;
      return this.running;
    }
    this.running = this.untilSettled();
    try {
      await this.running;
    } finally {
      this.running = undefined;
    }
  }

  private async untilSettled(): Promise<void> {
    do {
      this.again = false;
      await this.work();
    } while (this.again);
  }
}
