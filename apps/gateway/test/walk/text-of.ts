import { readRows } from '@diemcau/spreadsheets/read/read-rows';

/** The words of an answer, also of those inside a spreadsheet. */
export async function textOf(response: Response): Promise<string> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (!response.headers.get('content-type')?.includes('spreadsheetml'))
    return new TextDecoder().decode(bytes);
  const lines: string[] = [];
  for await (const { cells } of readRows(bytes)) lines.push(cells.join(' '));
  return lines.join('\n');
}
