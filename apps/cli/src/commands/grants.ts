import { body } from '@diemcau/client/rest';
import type { Command } from 'commander';
import type { Context } from '../context.js';
import { must } from '../job/asked.js';
import { job } from '../job/job.js';
import { flag, instant, list, oneOf, text } from '../job/kinds.js';
import { listing } from '../job/listing.js';
import { inUnit, ofPerson, theId, thePerson } from '../job/usual.js';

const until = instant('--to <time>', 'đến lúc này, ví dụ 90d', 'until then, for example 90d');
const since = instant('--from <time>', 'từ lúc này', 'from then on');

export function grantCommands(program: Command, context: Context): void {
  const grants = program
    .command('grants')
    .description(context.say('Vai trò được cấp', 'Roles that people hold'));
  listing(grants, context, {
    about: ['Ai giữ vai trò gì, ở đâu', 'Who holds which role, and where'],
    options: {
      userId: ofPerson,
      unitId: inUnit,
      role: text('--role <role>', 'vai trò này', 'this role'),
      state: oneOf('--state <state>', ['current', 'upcoming', 'past', 'all']),
      lent: flag('--lent', 'chỉ những gì chính mình đã uỷ quyền', 'what you yourself have lent alone'),
    },
    page: (rest, given, page) =>
      body(rest.GET('/api/v1/grants', { params: { query: { ...given, ...page } } })),
    columns: [
      ['Tên đăng nhập', 'User name', 'userName'],
      ['Vai trò', 'Role', 'role'],
      ['Đơn vị', 'Unit', 'unitName'],
      ['Cấp dưới', 'Below too', ({ subtree }, say) => (subtree ? say('có', 'yes') : '')],
      ['Đến', 'Until', 'validTo'],
      ['Id', 'Id', 'id'],
    ],
  });
  job(grants, context, {
    name: 'give',
    about: ['Cấp một vai trò', 'Give a role'],
    args: { userId: thePerson, role: must(text('role', 'vai trò', 'the role')) },
    options: {
      unitId: must(inUnit),
      alone: flag('--alone', 'chỉ đơn vị này, không gồm cấp dưới', 'this unit alone, nothing below'),
      validFrom: since,
      validTo: until,
    },
    run: (rest, { alone = false, ...wish }) =>
      body(rest.POST('/api/v1/grants', { body: { ...wish, subtree: !alone } })),
    said: ({ id }) => [`Đã cấp: ${id}`, `Given: ${id}`],
  });
  job(grants, context, {
    name: 'revoke',
    about: ['Thu hồi; có hiệu lực khắp nơi trong 5 giây', 'Take back; holds everywhere within 5 seconds'],
    args: { grantId: theId },
    grave: true,
    run: async (rest, path) => {
      await rest.DELETE('/api/v1/grants/{grantId}', { params: { path } });
      return { id: path.grantId };
    },
    said: () => ['Đã thu hồi.', 'Taken back.'],
  });
  job(grants, context, {
    name: 'lend',
    about: [
      'Uỷ quyền vai trò của chính mình trong một thời gian; cần «diemcau login»',
      'Lend roles of your own for a time; needs "diemcau login"',
    ],
    args: { userId: thePerson },
    options: {
      grantIds: must(list('--grants <a,b>', 'id các vai trò của mình', 'ids of your own roles')),
      validFrom: must(since),
      validTo: must(until),
    },
    run: (rest, wish) => body(rest.POST('/api/v1/delegations', { body: wish })),
    columns: [
      ['Vai trò', 'Role', 'role'],
      ['Đơn vị', 'Unit', 'unitName'],
      ['Đến', 'Until', 'validTo'],
      ['Id', 'Id', 'id'],
    ],
  });
}
