import { writeFileSync } from 'node:fs';
import { configurationPage, PAGE } from '../configuration/page.ts';
import { command } from '../terminal/command.ts';

/** `npm run configuration [-- --print]`: writes docs/configuration.md from the config classes, or prints it. */
await command(async (args) => {
  const page = await configurationPage();
  if (args.includes('--print')) process.stdout.write(page);
  else writeFileSync(PAGE, page);
});
