import { readFileSync, writeFileSync } from 'node:fs';
import { withCommands } from './guide.js';
import { guideFile, languages, programIn } from './guides.js';

/** Writes the list of commands into docs/{vi,en}/command-line.md: `pnpm --filter @diemcau/cli guide`. */
for (const language of languages) {
  const file = guideFile(language);
  writeFileSync(file, withCommands(readFileSync(file, 'utf8'), programIn(language)));
}
