import { body } from '@diemcau/client/rest';
import { type Permission, permissions } from '@diemcau/contracts/identity/permissions';
import type { Command } from 'commander';
import type { Context } from '../context.js';
import { must } from '../job/asked.js';
import { job } from '../job/job.js';
import { flag, instant, list, text } from '../job/kinds.js';
import { listing } from '../job/listing.js';
import { inUnit, theId } from '../job/usual.js';
import { instantOf } from '../options.js';

const scopes = permissions.join(', ');

export function keyCommands(program: Command, context: Context): void {
  const { say } = context;
  const keys = program.command('keys').description(say('Khoá API cho chương trình', 'API keys for programs'));
  listing(keys, context, {
    about: ['Danh sách khoá API', 'List API keys'],
    options: {
      unitId: inUnit,
      dead: flag('--dead', 'cả khoá hết hạn và đã thu hồi', 'also those that ran out or were revoked'),
    },
    page: (rest, given, page) => body(rest.GET('/api/v1/keys', { params: { query: { ...given, ...page } } })),
    columns: [
      ['Tên', 'Name', 'name'],
      ['Đơn vị', 'Unit', 'unitName'],
      ['Quyền', 'Scopes', ({ scopes }) => scopes.join(' ')],
      ['Hết hạn', 'Expires', 'expiresAt'],
      ['Dùng lần cuối', 'Last use', 'lastUsedAt'],
      ['Id', 'Id', 'id'],
    ],
  });
  job(keys, context, {
    name: 'make',
    about: [
      'Tạo khoá API, chỉ hiện một lần; cần «diemcau login»',
      'Make a key, shown once; needs "diemcau login"',
    ],
    args: { name: must(text('name', 'tên khoá', 'its name')) },
    options: {
      unitId: must(inUnit),
      scopes: must(
        list(
          '--scopes <a,b>',
          `các quyền, cách nhau dấu phẩy: ${scopes}`,
          `permissions, by commas: ${scopes}`,
        ),
      ),
      expiresAt: instant('--expires <time>', 'hết hạn; không ghi là 90d', 'until then; 90d unless given'),
      alone: flag('--alone', 'chỉ đơn vị này, không gồm cấp dưới', 'this unit alone, nothing below'),
      addresses: list('--addresses <a,b>', 'chỉ nhận từ các địa chỉ này', 'only from these addresses'),
    },
    run: (rest, { alone = false, scopes: chosen, expiresAt = instantOf(say)('90d'), ...wish }) => {
      // Which permissions there are, a newer server knows better.
      const content = { ...wish, expiresAt, subtree: !alone, scopes: chosen as Permission[] };
      return body(rest.POST('/api/v1/keys', { body: content }));
    },
    said: ({ secret }) => [secret, secret],
    noted: [
      'Hãy cất ngay: khoá này không hiện lại lần nào nữa.',
      'Keep it now: the key will not be shown again.',
    ],
  });
  job(keys, context, {
    name: 'revoke',
    about: ['Thu hồi khoá; có hiệu lực khắp nơi trong 5 giây', 'Revoke a key; everywhere within 5 seconds'],
    args: { keyId: theId },
    grave: true,
    run: (rest, path) => body(rest.DELETE('/api/v1/keys/{keyId}', { params: { path } })),
    said: ({ name }) => [`Đã thu hồi «${name}».`, `Revoked "${name}".`],
  });
}
