import { SpreadsheetFault } from '../fault.js';
import { limits } from '../limits.js';
import type { Archive } from '../zip/archive.js';
import { XmlReader } from './xml.js';

/** The table of texts that cells refer to; rich text is joined, reading aids (`rPh`) are left out. */
export async function readSharedStrings(archive: Archive, name: string | undefined): Promise<string[]> {
  const strings: string[] = [];
  if (name === undefined || !archive.has(name)) return strings;
  let text = '';
  let inText = false;
  let phonetic = 0;
  let chars = 0;
  await new XmlReader({
    open(tag) {
      if (tag === 'si') text = '';
      else if (tag === 'rPh') phonetic += 1;
      else if (tag === 't') inText = phonetic === 0;
    },
    text(piece) {
      if (!inText) return;
      text += piece;
      chars += piece.length;
      if (chars > limits.sharedChars) throw new SpreadsheetFault('tooManyStrings');
    },
    close(tag) {
      if (tag === 't') inText = false;
      else if (tag === 'rPh') phonetic -= 1;
      else if (tag === 'si') {
        strings.push(text);
        if (strings.length > limits.sharedStrings) throw new SpreadsheetFault('tooManyStrings');
      }
    },
  }).readAll(archive.read(name));
  return strings;
}
