import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { SpreadsheetFault } from '../fault.js';
import { limits } from '../limits.js';

/** The parts of an .xlsx, none of them unpacked until asked for, and then never beyond what was announced. */
export class Archive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws SpreadsheetFault `zipBomb`, `damaged`, `password` */
  static async open(bytes: Uint8Array): Promise<Archive> {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    try {
      const zip = await fromBufferPromise(buffer, { lazyEntries: true, validateEntrySizes: true });
      if (zip.entryCount > limits.zipEntries) throw new SpreadsheetFault('zipBomb');
      const entries: Entry[] = [];
      for await (const entry of zip.eachEntry()) entries.push(entry);
      refuseBombs(entries);
      if (entries.some((entry) => entry.isEncrypted())) throw new SpreadsheetFault('password');
      return new Archive(zip, new Map(entries.map((entry) => [nameOf(entry.fileName), entry])));
    } catch (error) {
      throw asFault(error);
    }
  }

  get names(): string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.entries.has(nameOf(name));
  }

  /** The bytes of a part. @throws SpreadsheetFault when it is missing, damaged, or holds more than it announced */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(nameOf(name));
    if (!entry) throw new SpreadsheetFault('damaged');
    try {
      const stream = await this.zip.openReadStreamPromise(entry);
      let bytes = 0;
      for await (const piece of stream as AsyncIterable<Buffer>) {
        bytes += piece.length;
        if (bytes > entry.uncompressedSize) throw new SpreadsheetFault('zipBomb');
        yield piece;
      }
    } catch (error) {
      throw asFault(error);
    }
  }

  /** A small part as text. */
  async text(name: string, maxBytes = limits.ratioFromBytes): Promise<string> {
    const pieces: Buffer[] = [];
    let bytes = 0;
    for await (const piece of this.read(name)) {
      bytes += piece.length;
      if (bytes > maxBytes) throw new SpreadsheetFault('damaged');
      pieces.push(piece);
    }
    return Buffer.concat(pieces).toString('utf8');
  }
}

/** Some programs write backslashes, some other letters' cases. */
const nameOf = (name: string): string => name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();

/** Judged by what the directory announces; what it hides comes out while a part is read. */
function refuseBombs(entries: readonly Entry[]): void {
  const unpacked = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  const swollen = entries.some(
    ({ uncompressedSize, compressedSize }) =>
      uncompressedSize > limits.ratioFromBytes && uncompressedSize > compressedSize * limits.ratio,
  );
  // Entries that share their bytes multiply what is announced.
  const ordered = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  const overlapping = ordered.some(({ relativeOffsetOfLocalHeader, compressedSize }, i) => {
    const next = ordered[i + 1];
    return (
      next !== undefined && next.relativeOffsetOfLocalHeader < relativeOffsetOfLocalHeader + compressedSize
    );
  });
  if (unpacked > limits.unpackedBytes || swollen || overlapping) throw new SpreadsheetFault('zipBomb');
}

/** What yauzl and zlib complain about; `too many bytes` is a directory that lied. */
function asFault(error: unknown): SpreadsheetFault {
  if (error instanceof SpreadsheetFault) return error;
  return new SpreadsheetFault(/too many bytes/.test(String(error)) ? 'zipBomb' : 'damaged');
}
