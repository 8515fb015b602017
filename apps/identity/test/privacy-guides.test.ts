import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kindsTable } from './kinds-table.js';

/** Prettier pads the cells of tables. */
const unpadded = (text: string): string => text.replace(/ +/g, ' ').replace(/-{3,}/g, '---');

test.each(['vi', 'en'] as const)('the guide (%s) shows the registry as it is', (language) => {
  const guide = readFileSync(join(import.meta.dirname, `../../../docs/${language}/privacy.md`), 'utf8');
  expect(unpadded(guide)).toContain(unpadded(kindsTable(language)));
});
