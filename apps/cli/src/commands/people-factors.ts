import { body } from '@diemcau/client/rest';
import type { Command } from 'commander';
import type { Context } from '../context.js';
import { must } from '../job/asked.js';
import { job } from '../job/job.js';
import { text } from '../job/kinds.js';
import { thePerson } from '../job/usual.js';

/** For somebody whose phone is lost. */
export function personFactors(people: Command, context: Context): void {
  job(people, context, {
    name: 'factors',
    about: ['Các bước xác thực thứ hai của một người', 'The second factors of a person'],
    args: { userId: thePerson },
    run: (rest, path) => body(rest.GET('/api/v1/users/{userId}/second-factors', { params: { path } })),
    columns: [
      ['Loại', 'Kind', 'kind'],
      ['Tên', 'Name', 'name'],
      ['Thêm lúc', 'Added', 'addedAt'],
      ['Dùng lần cuối', 'Last use', 'lastUsedAt'],
      ['Id', 'Id', 'id'],
    ],
  });
  job(people, context, {
    name: 'remove-factor',
    about: ['Gỡ một bước xác thực của người mất máy', 'Remove a factor of somebody who lost the device'],
    args: {
      userId: thePerson,
      factorId: must(text('factor', 'id của bước xác thực', 'the id of the factor')),
    },
    grave: true,
    run: async (rest, path) => {
      await rest.DELETE('/api/v1/users/{userId}/second-factors/{factorId}', { params: { path } });
      return { id: path.factorId };
    },
    said: () => ['Đã gỡ.', 'Removed.'],
  });
}
