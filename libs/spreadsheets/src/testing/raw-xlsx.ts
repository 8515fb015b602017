import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { contentTypesXml, rootRelsXml, stylesXml, workbookXml } from '../write/xlsx-parts.js';

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const relsXml = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
  <Relationship Id="rId1" Type="${relationships}/worksheet" Target="worksheets/sheet1.xml"/>
  <Relationship Id="rId2" Type="${relationships}/styles" Target="styles.xml"/>
  <Relationship Id="rId3" Type="${relationships}/sharedStrings" Target="sharedStrings.xml"/>
</Relationships>`;

/** A sheet around rows written as XML. */
export const sheetOf = (rowsXml: string): string =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rowsXml}</sheetData></worksheet>`;

/** A zip of these parts; null leaves a usual part out. */
export async function rawXlsx(parts: Readonly<Record<string, string | Buffer | null>>): Promise<Buffer> {
  const all: Record<string, string | Buffer | null> = {
    '[Content_Types].xml': contentTypesXml(1),
    '_rels/.rels': rootRelsXml,
    'xl/workbook.xml': workbookXml(['Trang 1']),
    'xl/_rels/workbook.xml.rels': relsXml,
    'xl/styles.xml': stylesXml,
    'xl/worksheets/sheet1.xml': sheetOf(''),
    ...parts,
  };
  const zip = new ZipFile();
  for (const [name, part] of Object.entries(all)) {
    if (part !== null) zip.addBuffer(Buffer.isBuffer(part) ? part : Buffer.from(part), name);
  }
  zip.end();
  return buffer(zip.outputStream);
}

const directoryEntry = 0x02014b50;

/** The same zip whose directory announces another unpacked size for one part. */
export function lyingAbout(zip: Buffer, name: string, unpackedBytes: number): Buffer {
  const lying = Buffer.from(zip);
  for (let at = 0; at < lying.length - 46; at++) {
    if (lying.readUInt32LE(at) !== directoryEntry) continue;
    const length = lying.readUInt16LE(at + 28);
    if (lying.toString('utf8', at + 46, at + 46 + length) === name)
      lying.writeUInt32LE(unpackedBytes, at + 24);
  }
  return lying;
}
