import type { Archive } from '../zip/archive.js';
import { type Shown, shownBy } from './number-format.js';
import { XmlReader } from './xml.js';

/** How the cells of each style show numbers, by the style's index. */
export async function readStyles(archive: Archive, name: string | undefined): Promise<Shown[]> {
  const shown: Shown[] = [];
  if (name === undefined || !archive.has(name)) return shown;
  const codes = new Map<number, string>();
  let inCellFormats = false;
  await new XmlReader({
    open(tag, attributes) {
      if (tag === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      else if (tag === 'cellXfs') inCellFormats = true;
      else if (tag === 'xf' && inCellFormats) {
        const id = Number(attributes['numFmtId'] ?? 0);
        shown.push(shownBy(id, codes.get(id)));
      }
    },
    close(tag) {
      if (tag === 'cellXfs') inCellFormats = false;
    },
  }).readAll(archive.read(name));
  return shown;
}
