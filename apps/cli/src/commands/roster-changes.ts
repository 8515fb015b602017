import { body } from '@diemcau/client/rest';
import type { Command } from 'commander';
import type { Context } from '../context.js';
import { must } from '../job/asked.js';
import { job } from '../job/job.js';
import { orNothing, text } from '../job/kinds.js';
import { theId } from '../job/usual.js';

export function rosterChanges(roster: Command, context: Context): void {
  job(roster, context, {
    name: 'change',
    about: [
      'Sửa một dòng; "" xoá giá trị; --until là ngày thôi phụ trách',
      'Change a line; "" empties a value; --until is the last day',
    ],
    args: { entryId: theId },
    options: {
      name: text('--name <name>', 'họ tên, khi chưa có tài khoản', 'the name, of one without an account'),
      phone: orNothing('--phone <number>', 'điện thoại', 'phone'),
      email: orNothing('--email <address>', 'thư điện tử', 'e-mail'),
      duties: text('--duties <text>', 'phụ trách việc gì', 'responsible for what'),
      since: text('--since <YYYY-MM-DD>', 'từ ngày', 'from this day'),
      until: orNothing('--until <YYYY-MM-DD>', 'đến ngày', 'to this day'),
    },
    run: async (rest, { entryId, ...changes }) => {
      const call = { params: { path: { entryId } } };
      const { version } = await body(rest.GET('/api/v1/roster/{entryId}', call));
      return body(rest.PATCH('/api/v1/roster/{entryId}', { ...call, body: { version, ...changes } }));
    },
    said: ({ name, unitName }) => [`${name}, ${unitName}: đã sửa.`, `${name}, ${unitName}: changed.`],
  });
  job(roster, context, {
    name: 'train',
    about: ['Ghi một lần tập huấn', 'Put down a training'],
    args: { entryId: theId },
    options: {
      course: must(text('--course <name>', 'khoá tập huấn', 'the course')),
      date: must(text('--date <YYYY-MM-DD>', 'ngày', 'the day')),
      issuer: orNothing('--issuer <name>', 'nơi tổ chức', 'who held it'),
      certificateNo: orNothing('--certificate <number>', 'số chứng nhận', 'number of the certificate'),
    },
    run: (rest, { entryId, issuer = null, certificateNo = null, ...training }) => {
      const content = { ...training, issuer, certificateNo };
      return body(
        rest.POST('/api/v1/roster/{entryId}/training', { params: { path: { entryId } }, body: content }),
      );
    },
    said: ({ name, training }) => [
      `${name}: ${training.length} lần tập huấn`,
      `${name}: trainings: ${training.length}`,
    ],
  });
}
