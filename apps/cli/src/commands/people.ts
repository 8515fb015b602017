import { body } from '@diemcau/client/rest';
import type { Command } from 'commander';
import { save } from '../access/files.js';
import type { Context } from '../context.js';
import { must } from '../job/asked.js';
import { job } from '../job/job.js';
import { oneOf, person, several, text } from '../job/kinds.js';
import { listing } from '../job/listing.js';
import { inUnit, sheetOutput, thePerson, words } from '../job/usual.js';
import { personChanges } from './people-changes.js';
import { personFields } from './person-fields.js';
import { personFactors } from './people-factors.js';
import { personStates } from './people-states.js';

const filters = {
  q: words,
  unitId: inUnit,
  kind: oneOf('--kind <kind>', ['staff', 'student', 'parent', 'service']),
  state: oneOf('--state <state>', ['invited', 'active', 'locked', 'disabled']),
  role: text('--role <role>', 'giữ vai trò này', 'who hold this role'),
};

export function peopleCommands(program: Command, context: Context): void {
  const people = program.command('people').description(context.say('Người dùng', 'People'));
  listing(people, context, {
    about: ['Danh sách người dùng', 'List people'],
    options: filters,
    page: (rest, given, page) =>
      body(rest.GET('/api/v1/users', { params: { query: { ...given, ...page } } })),
    columns: [
      ['Tên đăng nhập', 'User name', 'userName'],
      ['Họ tên', 'Name', 'displayName'],
      ['Mã', 'Code', 'code'],
      ['Trạng thái', 'State', 'state'],
      ['Đơn vị', 'Unit', 'unitName'],
      ['Id', 'Id', 'id'],
    ],
  });
  job(people, context, {
    name: 'show',
    about: ['Một người', 'One person'],
    args: { userId: thePerson },
    run: (rest, path) => body(rest.GET('/api/v1/users/{userId}', { params: { path } })),
    fields: personFields,
  });
  job(people, context, {
    name: 'export',
    about: [
      'Xuất danh sách ra .xlsx hoặc .csv, theo đuôi tệp',
      'Export to .xlsx or .csv, by the name of the file',
    ],
    options: { ...filters, output: must(sheetOutput) },
    run: async (rest, { output: { file, type }, ...query }, own) => {
      const call = { params: { query }, parseAs: 'stream' } as const;
      if (type === 'csv') await save(own, rest.GET('/api/v1/users/export.csv', call), file);
      else await save(own, rest.GET('/api/v1/users/export.xlsx', call), file);
    },
  });
  personChanges(people, context);
  personStates(people, context);
  job(people, context, {
    name: 'secrets',
    about: [
      'Cấp mật khẩu ban đầu mới cho nhiều người; mật khẩu cũ và các phiên của họ kết thúc',
      'Issue new initial secrets; their passwords and sessions end',
    ],
    args: { userIds: must(several(person('person', 'những người nào', 'which people'))) },
    grave: true,
    run: (rest, { userIds }) => body(rest.POST('/api/v1/users/initial-secrets', { body: { userIds } })),
    columns: [
      ['Tên đăng nhập', 'User name', 'userName'],
      ['Họ tên', 'Name', 'displayName'],
      ['Mật khẩu ban đầu', 'Initial secret', 'secret'],
      ['Dùng đến', 'Good until', 'expiresAt'],
    ],
  });
  job(people, context, {
    name: 'reset',
    about: ['Đặt lại mật khẩu một người; họ tự chọn mật khẩu mới', "Reset one person's password"],
    args: { userId: thePerson },
    grave: true,
    run: (rest, path) => body(rest.POST('/api/v1/users/{userId}/password-reset', { params: { path } })),
    fields: [
      ['Tên đăng nhập', 'User name', 'userName'],
      ['Mật khẩu ban đầu', 'Initial secret', 'secret'],
      ['Dùng đến', 'Good until', 'expiresAt'],
    ],
  });
  personFactors(people, context);
}
