// The one door: `npm start`, `npm test`, `npm run doctor` … all come through here. Plain JavaScript without
// dependencies, for it runs before anything is installed, on whatever Node (20 or newer) the machine has.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from './launch/install.mjs';
import { node24, projectDir } from './launch/paths.mjs';
import { runCommand } from './launch/run.mjs';
import { fail } from './launch/say.mjs';

const startedAt = Date.now();
const [name = 'start', ...args] = process.argv.slice(2);
const command = join(projectDir, 'infra', 'src', 'commands', `${name}.ts`);

if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(
    `Cần Node 20 trở lên, máy này có ${process.versions.node}: hãy cài bản LTS từ https://nodejs.org.`,
    `Node 20 or newer is needed, this is ${process.versions.node}: install the LTS from https://nodejs.org.`,
  );
}
if (!existsSync(command)) fail(`Không có lệnh "${name}".`, `There is no command "${name}".`);

await ensureInstalled();
await runCommand(node24(), [command, ...args], { DIEMCAU_STARTED_AT: String(startedAt) });
