import { body } from '@diemcau/client/rest';
import type { Command } from 'commander';
import { type Context, show, tell } from '../context.js';
import { unitIdOf, userIdOf } from '../found.js';
import { instantOf, numberOf } from '../options.js';
import { pages } from '../pages.js';

interface ListOptions {
  readonly person?: string;
  readonly unit?: string;
  readonly role?: string;
  readonly limit: number;
}

interface GiveOptions {
  readonly unit: string;
  readonly alone?: boolean;
  readonly from?: string;
  readonly to?: string;
}

export function grantCommands(program: Command, context: Context): void {
  const { say } = context;
  const grants = program.command('grants').description(say('Vai trò được cấp', 'Roles that people hold'));

  grants
    .command('list')
    .description(say('Ai giữ vai trò gì, ở đâu', 'Who holds which role, and where'))
    .option('--person <person>', say('của người này', 'of this person'))
    .option('--unit <unit>', say('ở đơn vị này và cấp dưới', 'in this unit and below'))
    .option('--role <role>', say('vai trò này', 'this role'))
    .option('-n, --limit <n>', say('nhiều nhất bấy nhiêu', 'at most so many'), numberOf(say), 50)
    .action(async ({ person, unit, role, limit }: ListOptions) => {
      const rest = await context.rest();
      const userId = person === undefined ? undefined : await userIdOf(context, person);
      const unitId = unit === undefined ? undefined : await unitIdOf(context, unit);
      const filter = { ...(userId && { userId }), ...(unitId && { unitId }), ...(role && { role }) };
      const items = await pages(limit, (page) =>
        body(rest.GET('/api/v1/grants', { params: { query: { ...filter, ...page } } })),
      );
      show(context, { items }, items, [
        { title: say('Tên đăng nhập', 'User name'), of: ({ userName }) => userName },
        { title: say('Vai trò', 'Role'), of: (grant) => grant.role },
        { title: say('Đơn vị', 'Unit'), of: ({ unitName }) => unitName },
        { title: say('Cấp dưới', 'Below too'), of: ({ subtree }) => (subtree ? say('có', 'yes') : '') },
        { title: say('Đến', 'Until'), of: ({ validTo }) => validTo },
        { title: 'Id', of: ({ id }) => id },
      ]);
    });

  grants
    .command('give <person> <role>')
    .description(say('Cấp một vai trò', 'Give a role'))
    .requiredOption('--unit <unit>', say('ở đơn vị này và cấp dưới', 'in this unit and below'))
    .option('--alone', say('chỉ đơn vị này, không gồm cấp dưới', 'this unit alone, nothing below'))
    .option('--from <time>', say('từ lúc này', 'from then on'), instantOf(say))
    .option('--to <time>', say('đến lúc này, ví dụ 90d', 'until then, for example 90d'), instantOf(say))
    .action(async (person: string, role: string, { unit, alone = false, from, to }: GiveOptions) => {
      const rest = await context.rest();
      const [userId, unitId] = [await userIdOf(context, person), await unitIdOf(context, unit)];
      const dates = { ...(from && { validFrom: from }), ...(to && { validTo: to }) };
      const grant = await body(
        rest.POST('/api/v1/grants', { body: { userId, role, unitId, subtree: !alone, ...dates } }),
      );
      tell(context, grant, say(`Đã cấp: ${grant.id}`, `Given: ${grant.id}`));
    });

  grants
    .command('revoke <id>')
    .description(
      say('Thu hồi; có hiệu lực khắp nơi trong 5 giây', 'Take back; holds everywhere within 5 seconds'),
    )
    .action(async (grantId: string) => {
      const rest = await context.rest();
      await rest.DELETE('/api/v1/grants/{grantId}', { params: { path: { grantId } } });
      tell(context, { id: grantId }, say('Đã thu hồi.', 'Taken back.'));
    });
}
