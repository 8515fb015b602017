import type { Command } from 'commander';

const usual = new Set(['--json', '--csv', '--yes']);

/** One command as the guides list it: what must be typed, what it does, what may be added. */
function lineOf(command: Command, before: readonly string[]): string {
  const args = command.registeredArguments.map((argument) => {
    const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
    return argument.required ? `<${name}>` : `[${name}]`;
  });
  const musts = command.options
    .filter(({ mandatory }) => mandatory)
    .map(({ flags }) => flags.split(', ').at(-1) ?? '');
  const yes = command.options.some(({ long }) => long === '--yes') ? ['--yes'] : [];
  const mays = command.options
    .filter(({ mandatory, long }) => !mandatory && !usual.has(long ?? ''))
    .map(({ short, long }) => `\`${short ?? long}\``);
  const typed = [...before, command.name(), ...args, ...musts, ...yes].join(' ');
  return `- \`${typed}\`: ${command.description()}${mays.length > 0 ? ` (${mays.join(' ')})` : ''}`;
}

/** All commands below each other, group by group, as the guides have them. */
export function commandList(program: Command): string {
  const single = program.commands.filter(({ commands }) => commands.length === 0);
  const groups = program.commands.filter(({ commands }) => commands.length > 0);
  const parts = groups.map((group) =>
    [`**${group.description()}**`, '', ...group.commands.map((one) => lineOf(one, [group.name()]))].join(
      '\n',
    ),
  );
  return [single.map((one) => lineOf(one, [])).join('\n'), ...parts].join('\n\n');
}

const [begin, end] = ['<!-- commands: apps/cli/src/write-guide.main.ts -->', '<!-- /commands -->'];

/** @returns the guide with the list between its marks anew. @throws Error without marks */
export function withCommands(guide: string, program: Command): string {
  const [from, to] = [guide.indexOf(begin), guide.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`the guide lacks ${begin} … ${end}`);
  return `${guide.slice(0, from + begin.length)}\n\n${commandList(program)}\n\n${guide.slice(to)}`;
}
