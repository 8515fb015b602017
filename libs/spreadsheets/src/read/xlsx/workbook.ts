import { posix } from 'node:path';
import { SpreadsheetFault } from '../fault.js';
import type { Archive } from '../zip/archive.js';
import { XmlReader } from './xml.js';

export interface Workbook {
  /** Parts that hold the visible sheets, in order. */
  readonly sheets: readonly string[];
  readonly sharedStrings: string | undefined;
  readonly styles: string | undefined;
  /** Days are counted from 1904, as old Macintosh versions did. */
  readonly date1904: boolean;
}

const contentTypes = '[Content_Types].xml';

/** @throws SpreadsheetFault for what is a zip, but no workbook without macros */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  await refuseOthers(archive);
  const links = await linksOf(archive, '', '_rels/.rels');
  const main = links.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const folder = posix.dirname(main);
  const parts = await linksOf(archive, folder, posix.join(folder, '_rels', `${posix.basename(main)}.rels`));
  const targets = new Map(parts.map(({ id, target }) => [id, target]));
  const sheets: string[] = [];
  let date1904 = false;
  await new XmlReader({
    open(tag, attributes) {
      if (tag === 'workbookPr') date1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (tag !== 'sheet' || (attributes['state'] ?? 'visible') !== 'visible') return;
      const target = targets.get(attributes['r:id'] ?? relationId(attributes) ?? '');
      if (target !== undefined) sheets.push(target);
    },
  }).readAll(archive.read(main));
  const part = (kind: string) => parts.find(({ type }) => type === kind)?.target;
  return { sheets, sharedStrings: part('sharedStrings'), styles: part('styles'), date1904 };
}

/** The prefix is usually `r`, but need not be. */
const relationId = (attributes: Readonly<Record<string, string>>): string | undefined =>
  Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1];

async function refuseOthers(archive: Archive): Promise<void> {
  const { names } = archive;
  const holds = (end: string): boolean => names.some((name) => name.endsWith(end));
  if (holds('vbaproject.bin') || names.some((name) => name.startsWith('xl/macrosheets/'))) {
    throw new SpreadsheetFault('macro');
  }
  if (holds('xl/workbook.bin')) throw new SpreadsheetFault('binaryExcel');
  if (archive.has('mimetype') && archive.has('content.xml')) throw new SpreadsheetFault('openDocument');
  if (!archive.has(contentTypes) || !names.some((name) => name.startsWith('xl/'))) {
    throw new SpreadsheetFault('notATable');
  }
  if (/macroEnabled/i.test(await archive.text(contentTypes))) throw new SpreadsheetFault('macro');
}

interface Link {
  readonly id: string;
  /** The last word of the relationship's type. */
  readonly type: string;
  readonly target: string;
}

async function linksOf(archive: Archive, folder: string, name: string): Promise<Link[]> {
  const links: Link[] = [];
  if (!archive.has(name)) return links;
  await new XmlReader({
    open(tag, { Id: id, Type: type, Target: target, TargetMode: mode }) {
      if (tag !== 'Relationship' || !id || !type || !target || mode === 'External') return;
      const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      links.push({ id, type: posix.basename(type), target: path });
    },
  }).readAll(archive.read(name));
  return links;
}
