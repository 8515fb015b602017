import { body } from '@diemcau/client/rest';
import type { Command } from 'commander';
import type { Context } from '../context.js';
import { must } from '../job/asked.js';
import { job } from '../job/job.js';
import { oneOf, orNothing, text, unit } from '../job/kinds.js';
import { ofUnit, thePerson } from '../job/usual.js';
import { personFields } from './person-fields.js';

const fields = {
  userName: text(
    '--user-name <name>',
    'tên đăng nhập; không ghi thì máy chủ đặt',
    'user name; else the server chooses',
  ),
  code: orNothing('--code <code>', 'mã cán bộ hoặc học sinh', 'staff or student code'),
  email: orNothing('--email <address>', 'thư điện tử', 'e-mail'),
  phone: orNothing('--phone <number>', 'điện thoại', 'phone'),
  birthDate: orNothing('--born <YYYY-MM-DD>', 'ngày sinh', 'date of birth'),
};
const displayName = text('--name <name>', 'họ tên', 'full name');

export function personChanges(people: Command, context: Context): void {
  job(people, context, {
    name: 'create',
    about: ['Thêm một người', 'Add a person'],
    options: {
      displayName: must(displayName),
      unitId: ofUnit,
      kind: must(oneOf('--kind <kind>', ['staff', 'student'])),
      ...fields,
    },
    run: (rest, content) => body(rest.POST('/api/v1/users', { body: content })),
    fields: personFields,
  });
  job(people, context, {
    name: 'change',
    about: ['Sửa thông tin một người; "" xoá giá trị', 'Change fields of a person; "" empties one'],
    args: { userId: thePerson },
    options: { displayName, ...fields },
    run: async (rest, { userId, ...changes }) => {
      const call = { params: { path: { userId } } };
      const { version } = await body(rest.GET('/api/v1/users/{userId}', call));
      return body(rest.PATCH('/api/v1/users/{userId}', { ...call, body: { version, ...changes } }));
    },
    fields: personFields,
  });
  job(people, context, {
    name: 'move',
    about: ['Chuyển một người sang đơn vị khác', 'Move a person to another unit'],
    args: { userId: thePerson },
    options: {
      unitId: must(unit('--unit <unit>', 'đơn vị mới', 'the new unit')),
      grants: oneOf('--grants <fate>', ['keep', 'end']),
    },
    run: async (rest, { userId, ...wish }) => {
      const call = { params: { path: { userId } } };
      const { version } = await body(rest.GET('/api/v1/users/{userId}', call));
      return body(rest.PUT('/api/v1/users/{userId}/unit', { ...call, body: { version, ...wish } }));
    },
    fields: personFields,
  });
}
