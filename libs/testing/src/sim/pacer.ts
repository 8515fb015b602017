/** Something that sends a frame every so often. */
export interface Paced {
  /** Milliseconds from one frame to the next. */
  readonly everyMs: number;
  /** @param nowMs `performance.now()` at the time the frame was due */
  frame(nowMs: number): void;
}

const tickMs = 5;
/** After a longer stall frames are left out rather than sent in one burst. */
const lateMs = 200;

/** One timer for all sources of the process; frames leave at their time, not one timer's drift later. */
class Pacer {
  private readonly dueAt = new Map<Paced, number>();
  private timer: NodeJS.Timeout | undefined;

  add(source: Paced): void {
    this.dueAt.set(source, performance.now() + Math.random() * source.everyMs);
    this.timer ??= setInterval(() => this.tick(), tickMs);
  }

  remove(source: Paced): void {
    this.dueAt.delete(source);
    if (this.dueAt.size > 0) return;
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private tick(): void {
    const now = performance.now();
    for (const [source, due] of this.dueAt) {
      let next = now - due > lateMs ? now : due;
      for (; next <= now; next += source.everyMs) source.frame(next);
      if (this.dueAt.has(source)) this.dueAt.set(source, next);
    }
  }
}

export const pacer = new Pacer();
