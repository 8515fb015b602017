import { body } from '@diemcau/client/rest';
import type { Command } from 'commander';
import type { Context } from '../context.js';
import { job } from '../job/job.js';
import { person, text } from '../job/kinds.js';
import { thePerson } from '../job/usual.js';

export function sessionCommands(program: Command, context: Context): void {
  const sessions = program.command('sessions').description(context.say('Phiên đăng nhập', 'Sessions'));
  job(sessions, context, {
    name: 'list',
    about: [
      'Các phiên của một người; không ghi ai là của mình',
      'Sessions of a person; your own when none is named',
    ],
    args: { userId: person('person', 'tên đăng nhập, mã hoặc id', 'user name, code or id') },
    run: (rest, { userId }) =>
      userId === undefined
        ? body(rest.GET('/api/v1/sessions'))
        : body(rest.GET('/api/v1/users/{userId}/sessions', { params: { path: { userId } } })),
    columns: [
      ['Từ', 'Since', 'startedAt'],
      ['Lần cuối', 'Last seen', 'lastSeenAt'],
      ['Máy', 'Device', ({ device }) => [device.browser, device.system].filter(Boolean).join(' · ')],
      ['Địa chỉ', 'Address', 'address'],
      ['Cách vào', 'Way in', 'way'],
      ['Id', 'Id', 'id'],
    ],
  });
  job(sessions, context, {
    name: 'end',
    about: [
      'Kết thúc mọi phiên của một người, hoặc chỉ một phiên',
      'End all sessions of a person, or one of them',
    ],
    args: { userId: thePerson, sessionId: text('session', 'id của một phiên', 'the id of one') },
    grave: true,
    run: (rest, { userId, sessionId }) =>
      sessionId === undefined
        ? body(rest.DELETE('/api/v1/users/{userId}/sessions', { params: { path: { userId } } }))
        : body(
            rest.DELETE('/api/v1/users/{userId}/sessions/{sessionId}', {
              params: { path: { userId, sessionId } },
            }),
          ),
    said: ({ ended }) => [`Đã kết thúc ${ended} phiên.`, `Ended ${ended} sessions.`],
  });
}
