import { SaxesParser } from 'saxes';
import { SpreadsheetFault } from '../fault.js';
import { limits } from '../limits.js';

export type Attributes = Readonly<Record<string, string>>;

export interface XmlEvents {
  /** Names come without prefix. */
  open?(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads a part's XML as a stream. No DTD, no entities but XML's own five; depth and text between two tags are bounded, so
 * that memory is.
 */
export class XmlReader {
  private readonly parser = new SaxesParser({ position: false });
  private depth = 0;
  private silence = 0;

  constructor({ open, text, close }: XmlEvents) {
    const { parser } = this;
    parser.on('doctype', () => {
      throw new SpreadsheetFault('foreignXml');
    });
    parser.on('opentag', ({ name, attributes }) => {
      this.silence = 0;
      this.depth += 1;
      if (this.depth > limits.xmlDepth) throw new SpreadsheetFault('damaged');
      open?.(localName(name), attributes as Attributes);
    });
    parser.on('closetag', ({ name }) => {
      this.silence = 0;
      this.depth -= 1;
      close?.(localName(name));
    });
    if (text) {
      parser.on('text', text);
      parser.on('cdata', text);
    }
    parser.on('error', (error) => {
      throw new SpreadsheetFault(/entity/i.test(error.message) ? 'foreignXml' : 'damaged');
    });
  }

  /** Gives what the events have gathered after each piece. */
  async *read<T>(pieces: AsyncIterable<Buffer>, between: () => readonly T[]): AsyncGenerator<T> {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    for await (const piece of pieces) {
      this.write(decode(decoder, piece));
      yield* between();
    }
    this.finish();
    yield* between();
  }

  async readAll(pieces: AsyncIterable<Buffer>): Promise<void> {
    // Nothing is yielded, so the first answer is the end.
    await this.read<never>(pieces, () => []).next();
  }

  private write(text: string): void {
    this.silence += text.length;
    const before = this.silence;
    this.parser.write(text);
    if (this.silence === before && before > limits.xmlSilence) throw new SpreadsheetFault('damaged');
  }

  private finish(): void {
    this.parser.close();
  }
}

function decode(decoder: InstanceType<typeof TextDecoder>, piece: Buffer): string {
  try {
    return decoder.decode(piece, { stream: true });
  } catch {
    throw new SpreadsheetFault('damaged');
  }
}
