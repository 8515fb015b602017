import { body } from '@diemcau/client/rest';
import type { Command } from 'commander';
import { type Context, show } from '../context.js';
import { Exit, exitCodes } from '../exit-codes.js';

export function healthCommand(program: Command, context: Context): void {
  const { say } = context;
  program
    .command('health')
    .description(
      say(
        'Tình trạng hệ thống; không khoẻ thì thoát với mã 9',
        'How the system is; exit code 9 when it is not well',
      ),
    )
    .action(async () => {
      const rest = await context.rest();
      const health = await body(rest.GET('/api/v1/system/health'));
      show(context, health, health.replicas, [
        { title: say('Dịch vụ', 'Service'), of: ({ service }) => service },
        { title: say('Từ lúc', 'Since'), of: ({ startedAt }) => startedAt },
        {
          title: 'PostgreSQL',
          of: ({ postgres }) => (postgres === null ? '' : postgres.ok ? 'ok' : say('hỏng', 'down')),
        },
        { title: 'NATS', of: ({ nats }) => (nats.ok ? 'ok' : say('hỏng', 'down')) },
        { title: 'MB', of: ({ rssBytes }) => Math.round(rssBytes / 1e6) },
      ]);
      if (health.state === 'healthy') return;
      const silent = health.silent.join(', ');
      throw new Exit(
        exitCodes.bad,
        `${health.state}${silent && `: ${say('không trả lời', 'silent')} ${silent}`}`,
      );
    });
}
