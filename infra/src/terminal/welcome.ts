import { relative } from 'node:path';
import { projectDir } from '../machine/folders.ts';
import type { DemoAccount } from '../system/demo.ts';
import type { System } from '../system/options.ts';
import { seconds } from './progress-printer.ts';

/** What a newcomer wants to see once everything runs. */
export function welcome(system: System, readyInMs: number): string {
  return [
    '',
    `  Mở · open       ${system.url}`,
    ...rooms(system),
    ...accounts(system),
    `  Nhật ký · logs  ${shown(`${system.dataDir}/logs`)}/<${system.names.join('|')}>.log`,
    '',
    `ready in ${seconds(readyInMs)} · sẵn sàng (Ctrl-C để dừng · to stop)`,
    '',
  ].join('\n');
}

function rooms({ demo, url }: System): string[] {
  const list = demo?.rooms ?? [];
  const width = Math.max(...list.map(({ slug }) => slug.length));
  return list.map(({ slug, name }, i) => {
    const title = i === 0 ? 'Phòng · rooms ' : '              ';
    return `  ${title}  ${url}/r/${slug.padEnd(width)}  ${name}`;
  });
}

function accounts({ demo }: System): string[] {
  if (!demo) return [];
  const file = shown(demo.accountsFile);
  if (demo.accounts.length === 0) return [`  Tài khoản mẫu · demo accounts: ${file}`];
  return [
    '',
    `  Tài khoản mẫu, chỉ in ra lần này · demo accounts, printed only this once (${file})`,
    ...table(demo.accounts),
    '',
  ];
}

function table(list: DemoAccount[]): string[] {
  const rows = list.map((one) => [one.role, one.userName, one.password, one.displayName]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => `    ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}`);
}

function shown(path: string): string {
  const short = relative(projectDir, path);
  return short.startsWith('..') ? path : short;
}
