import { body } from '@diemcau/client/rest';
import type { Command } from 'commander';
import { type Context, show, showOne, tell } from '../context.js';
import { unitIdOf, userIdOf } from '../found.js';
import { numberOf } from '../options.js';
import { pages } from '../pages.js';

interface ListOptions {
  readonly q?: string;
  readonly unit?: string;
  readonly kind?: 'staff' | 'student';
  readonly state?: 'invited' | 'active' | 'locked' | 'disabled';
  readonly limit: number;
}

export function peopleCommands(program: Command, context: Context): void {
  const { say } = context;
  const people = program.command('people').description(say('Người dùng', 'People'));

  people
    .command('list')
    .description(say('Danh sách người dùng', 'List people'))
    .option('-q, --q <words>', say('tên, tên đăng nhập hoặc mã', 'words of name, user name or code'))
    .option('--unit <unit>', say('của đơn vị này và cấp dưới', 'of this unit and below'))
    .option('--kind <kind>', 'staff, student')
    .option('--state <state>', 'invited, active, locked, disabled')
    .option('-n, --limit <n>', say('nhiều nhất bấy nhiêu', 'at most so many'), numberOf(say), 50)
    .action(async ({ unit, limit, ...filter }: ListOptions) => {
      const rest = await context.rest();
      const unitId = unit === undefined ? undefined : await unitIdOf(context, unit);
      const items = await pages(limit, (page) =>
        body(
          rest.GET('/api/v1/users', { params: { query: { ...filter, ...(unitId && { unitId }), ...page } } }),
        ),
      );
      show(context, { items }, items, [
        { title: say('Tên đăng nhập', 'User name'), of: ({ userName }) => userName },
        { title: say('Họ tên', 'Name'), of: ({ displayName }) => displayName },
        { title: say('Mã', 'Code'), of: ({ code }) => code },
        { title: say('Trạng thái', 'State'), of: ({ state }) => state },
        { title: say('Đơn vị', 'Unit'), of: ({ unitName }) => unitName },
        { title: 'Id', of: ({ id }) => id },
      ]);
    });

  people
    .command('show <person>')
    .description(say('Một người, theo tên đăng nhập, mã hoặc id', 'One person, by user name, code or id'))
    .action(async (given: string) => {
      const rest = await context.rest();
      const userId = await userIdOf(context, given);
      const user = await body(rest.GET('/api/v1/users/{userId}', { params: { path: { userId } } }));
      showOne(context, user, [
        [say('Họ tên', 'Name'), user.displayName],
        [say('Tên đăng nhập', 'User name'), user.userName],
        [say('Mã', 'Code'), user.code],
        [say('Đơn vị', 'Unit'), user.unitName],
        [say('Trạng thái', 'State'), user.state],
        ['E-mail', user.email],
        [say('Điện thoại', 'Phone'), user.phone],
        [
          say('Vai trò', 'Roles'),
          user.grants.map(({ role, unitName }) => `${role} (${unitName})`).join(', '),
        ],
        ['Id', user.id],
      ]);
    });

  stateCommands(people, context);
  secretsCommand(people, context);
}

function stateCommands(people: Command, context: Context): void {
  const { say } = context;
  const words = {
    lock: say('Khoá tài khoản, kết thúc mọi phiên', 'Lock an account and end its sessions'),
    unlock: say('Mở khoá tài khoản', 'Unlock an account'),
  } as const;
  for (const verb of ['lock', 'unlock'] as const) {
    people
      .command(`${verb} <person>`)
      .description(words[verb])
      .requiredOption('--reason <text>', say('lý do, ghi vào nhật ký', 'why; goes to the audit log'))
      .action(async (given: string, { reason }: { reason: string }) => {
        const rest = await context.rest();
        const userId = await userIdOf(context, given);
        const call = { params: { path: { userId } }, body: { reason } };
        const user =
          verb === 'lock'
            ? await body(rest.POST('/api/v1/users/{userId}/lock', call))
            : await body(rest.POST('/api/v1/users/{userId}/unlock', call));
        tell(context, user, `${user.userName}: ${user.state}`);
      });
  }
}

function secretsCommand(people: Command, context: Context): void {
  const { say } = context;
  people
    .command('secrets <person...>')
    .description(
      say(
        'Cấp mật khẩu ban đầu mới; mật khẩu cũ và các phiên của họ kết thúc',
        'Issue new initial secrets; their passwords and sessions end',
      ),
    )
    .action(async (given: string[]) => {
      const rest = await context.rest();
      const userIds: string[] = [];
      for (const one of given) userIds.push(await userIdOf(context, one));
      const slips = await body(rest.POST('/api/v1/users/initial-secrets', { body: { userIds } }));
      show(context, slips, slips.items, [
        { title: say('Tên đăng nhập', 'User name'), of: ({ userName }) => userName },
        { title: say('Họ tên', 'Name'), of: ({ displayName }) => displayName },
        { title: say('Mật khẩu ban đầu', 'Initial secret'), of: ({ secret }) => secret },
        { title: say('Dùng đến', 'Good until'), of: ({ expiresAt }) => expiresAt },
      ]);
    });
}
