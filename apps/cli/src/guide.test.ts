import type { Command } from 'commander';
import { readFileSync } from 'node:fs';
import { withCommands } from './guide.js';
import { guideFile, languages, programIn } from './guides.js';

const everyIn = (command: Command): Command[] => [command, ...command.commands.flatMap(everyIn)];

describe.each(languages)('in %s', (language) => {
  test('the guide lists every command as it is (else: pnpm --filter @diemcau/cli run guide)', () => {
    const guide = readFileSync(guideFile(language), 'utf8');
    expect(guide).toBe(withCommands(guide, programIn(language)));
  });

  test('every command, option and argument is explained', () => {
    const silent = everyIn(programIn(language)).flatMap((command) => [
      ...(command.description() === '' ? [command.name()] : []),
      ...command.registeredArguments.filter(({ description }) => !description).map((one) => one.name()),
      ...command.options.filter(({ description }) => description === '').map(({ flags }) => flags),
    ]);
    expect(silent).toEqual([]);
  });
});

test('what cannot be taken back wants --yes, a reason or the name of whom it is about', () => {
  const grave = everyIn(programIn('en')).filter((command) =>
    /^(delete|revoke|end|cancel|cancel-event|erase|approve|lock|disable|secrets|reset|secret)$/.test(
      command.name(),
    ),
  );
  expect(grave.length).toBeGreaterThan(10);
  const guarded = (command: Command) =>
    command.options.some(({ long }) => long === '--yes' || long === '--reason' || long === '--confirm');
  expect(grave.filter((command) => !guarded(command)).map((command) => command.name())).toEqual([]);
});
