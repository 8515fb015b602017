import { runTool } from '../machine/tool.ts';
import { OperatorError } from '../operator-error.ts';

/** Compiles what has changed; nothing to do takes about a second. `tasks` and `filter` are turbo's. */
export async function build(
  tasks: string[],
  filter: string[],
  detail: (text: string) => void,
): Promise<void> {
  const lines: string[] = [];
  const onLine = (line: string): void => {
    lines.push(line);
    const name = /^(\S+:(?:build|typecheck)): /.exec(line)?.[1];
    if (name) detail(name);
  };
  const filters = filter.map((one) => `--filter=${one}`);
  const args = ['run', ...tasks, ...filters, '--ui=stream', '--output-logs=new-only', '--no-update-notifier'];
  const env = { TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' };
  if ((await runTool('turbo', args, { onLine, env })) === 0) return;
  process.stderr.write(`${lines.slice(-40).join('\n')}\n`);
  throw new OperatorError({
    vi: `Biên dịch không thành công; lỗi ở trên. Chạy lại riêng: npx pnpm@12.21.0 exec turbo run ${tasks.join(' ')}`,
    en: `The build failed; the reason is above. To run only that: npx pnpm@12.21.0 exec turbo run ${tasks.join(' ')}`,
  });
}
