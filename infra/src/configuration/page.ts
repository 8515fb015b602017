import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { projectDir } from '../machine/folders.ts';
import type { ConfigClass, Variable } from './declared.ts';
import { serviceConfigurations } from './services.ts';

/** Where the reference lies. It is made from the config classes; a test sees to it that it is current. */
export const PAGE = join(projectDir, 'docs', 'configuration.md');

export async function configurationPage(): Promise<string> {
  const services = serviceConfigurations();
  const common = services.flatMap((one) => one.common);
  const shared = common.filter(({ name }, i) => common.findIndex((one) => one.name === name) === i);
  const text = [
    '# Configuration of the services',
    '',
    '<!-- Made from the config classes by `npm run configuration`. Change those, not this page. -->',
    '',
    'Every service reads its configuration from environment variables once, at boot. A variable that is missing or',
    'wrong ends the service at once with a message that names it, says what is wrong and shows an example; the value',
    'itself is never printed. An empty variable counts as not set. `npm start` sets what is needed on one machine by',
    'itself; the variables of the commands are in [Operating Điểm Cầu](en/operations.md).',
    '',
    ...section(
      'Every service',
      'A service without a database does not read the variables of `DatabaseConfig`.',
      shared,
    ),
    ...services.flatMap(({ service, own }) => section(service, `\`apps/${service}\``, own)),
  ].join('\n');
  return format(text, { ...(await resolveConfig(PAGE)), parser: 'markdown' });
}

function section(title: string, intro: string, classes: ConfigClass[]): string[] {
  return [`## ${title}`, '', intro, '', ...classes.flatMap(table)];
}

function table({ name, file, description, variables }: ConfigClass): string[] {
  return [
    `**[${name}](../${file})**${description && `: ${inCell(description)}`}`,
    '',
    '| Variable | Value | Default | Meaning |',
    '|---|---|---|---|',
    ...variables.map(row),
    '',
  ];
}

function row({ name, allowed, fallback, example, description }: Variable): string {
  const standard = fallback === undefined ? '**required**' : fallback === '' ? 'none' : `\`${fallback}\``;
  const meaning = [inCell(description), fallback || allowed.includes('–') ? '' : `Example: \`${example}\``];
  return `| \`${name}\` | ${inCell(allowed)} | ${standard} | ${meaning.filter(Boolean).join(' ')} |`;
}

function inCell(text: string): string {
  return text.replaceAll('|', '\\|');
}
