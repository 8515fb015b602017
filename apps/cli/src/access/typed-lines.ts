import { createInterface, type Interface } from 'node:readline';

const known = new WeakMap<NodeJS.ReadableStream, TypedLines>();

/**
 * The lines of an input that is no terminal. They come several at once: those after the one that was asked for wait for the
 * next question.
 */
export class TypedLines {
  private readonly waiting: string[] = [];
  private readonly lines: Interface;
  private ended = false;

  private constructor(input: NodeJS.ReadableStream) {
    this.lines = createInterface({ input, terminal: false });
    this.lines.on('line', (line) => this.waiting.push(line));
    this.lines.once('close', () => (this.ended = true));
  }

  static of(input: NodeJS.ReadableStream): TypedLines {
    const lines = known.get(input) ?? new TypedLines(input);
    known.set(input, lines);
    return lines;
  }

  /** Null when the input has ended. */
  async next(): Promise<string | null> {
    if (this.waiting.length === 0 && !this.ended) await this.more();
    return this.waiting.shift() ?? null;
  }

  /** Paused before and after: an input that stays open keeps no program from ending. */
  private async more(): Promise<void> {
    this.lines.resume();
    await new Promise<void>((resolve) => {
      this.lines.once('line', () => resolve());
      this.lines.once('close', () => resolve());
    });
    if (!this.ended) this.lines.pause();
  }
}
