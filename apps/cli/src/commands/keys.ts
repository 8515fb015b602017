import { body } from '@diemcau/client/rest';
import type { Permission } from '@diemcau/contracts/identity/permissions';
import type { Command } from 'commander';
import { type Context, show, tell } from '../context.js';
import { unitIdOf } from '../found.js';
import { instantOf, listOf, numberOf } from '../options.js';
import { pages } from '../pages.js';

interface MakeOptions {
  readonly unit: string;
  readonly alone?: boolean;
  readonly scopes: string[];
  readonly expires: string;
  readonly addresses?: string[];
}

export function keyCommands(program: Command, context: Context): void {
  const { say } = context;
  const keys = program.command('keys').description(say('Khoá API cho chương trình', 'API keys for programs'));

  keys
    .command('list')
    .description(say('Danh sách khoá API', 'List API keys'))
    .option('--unit <unit>', say('của đơn vị này và cấp dưới', 'of this unit and below'))
    .option('--dead', say('cả khoá hết hạn và đã thu hồi', 'also those that ran out or were revoked'))
    .option('-n, --limit <n>', say('nhiều nhất bấy nhiêu', 'at most so many'), numberOf(say), 50)
    .action(async ({ unit, dead, limit }: { unit?: string; dead?: boolean; limit: number }) => {
      const rest = await context.rest();
      const unitId = unit === undefined ? undefined : await unitIdOf(context, unit);
      const filter = { ...(unitId && { unitId }), ...(dead && { dead }) };
      const items = await pages(limit, (page) =>
        body(rest.GET('/api/v1/keys', { params: { query: { ...filter, ...page } } })),
      );
      show(context, { items }, items, [
        { title: say('Tên', 'Name'), of: ({ name }) => name },
        { title: say('Đơn vị', 'Unit'), of: ({ unitName }) => unitName },
        { title: say('Quyền', 'Scopes'), of: ({ scopes }) => scopes.join(' ') },
        { title: say('Hết hạn', 'Expires'), of: ({ expiresAt }) => expiresAt },
        { title: say('Dùng lần cuối', 'Last use'), of: ({ lastUsedAt }) => lastUsedAt },
        { title: 'Id', of: ({ id }) => id },
      ]);
    });

  keys
    .command('make <name>')
    .description(
      say(
        'Tạo khoá API, chỉ hiện một lần; cần «diemcau login»',
        'Make a key, shown once; needs "diemcau login"',
      ),
    )
    .requiredOption('--unit <unit>', say('trên đơn vị này và cấp dưới', 'over this unit and below'))
    .requiredOption('--scopes <a,b>', say('các quyền, cách nhau dấu phẩy', 'permissions, by commas'), listOf)
    .option(
      '--expires <time>',
      say('hết hạn, ví dụ 90d', 'until then, for example 90d'),
      instantOf(say),
      instantOf(say)('90d'),
    )
    .option('--alone', say('chỉ đơn vị này, không gồm cấp dưới', 'this unit alone, nothing below'))
    .option('--addresses <a,b>', say('chỉ nhận từ các địa chỉ này', 'only from these addresses'), listOf)
    .action(async (name: string, { unit, alone = false, scopes, expires, addresses }: MakeOptions) => {
      const rest = await context.rest();
      const made = await body(
        rest.POST('/api/v1/keys', {
          body: {
            name,
            unitId: await unitIdOf(context, unit),
            subtree: !alone,
            // The server knows which there are.
            scopes: scopes as Permission[],
            expiresAt: expires,
            ...(addresses && { addresses }),
          },
        }),
      );
      tell(
        context,
        made,
        [
          made.secret,
          say(
            'Hãy cất ngay: khoá này không hiện lại lần nào nữa.',
            'Keep it now: the key will not be shown again.',
          ),
        ].join('\n'),
      );
    });

  keys
    .command('revoke <id>')
    .description(
      say('Thu hồi khoá; có hiệu lực khắp nơi trong 5 giây', 'Revoke a key; everywhere within 5 seconds'),
    )
    .action(async (keyId: string) => {
      const rest = await context.rest();
      const key = await body(rest.DELETE('/api/v1/keys/{keyId}', { params: { path: { keyId } } }));
      tell(context, key, say(`Đã thu hồi «${key.name}».`, `Revoked "${key.name}".`));
    });
}
