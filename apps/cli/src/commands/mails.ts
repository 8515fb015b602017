import { body } from '@diemcau/client/rest';
import type { Command } from 'commander';
import type { Context } from '../context.js';
import { job } from '../job/job.js';
import { oneOf } from '../job/kinds.js';
import { listing } from '../job/listing.js';
import { theId, words } from '../job/usual.js';

export function mailCommands(program: Command, context: Context): void {
  const mails = program.command('mails').description(context.say('Hộp thư đi', 'The outbox of mail'));
  listing(mails, context, {
    about: ['Thư đã gửi, đang chờ, bị lỗi', 'Mail that was sent, waits or failed'],
    options: {
      q: words,
      state: oneOf('--state <state>', ['kept', 'queued', 'sent', 'failed', 'purged']),
    },
    page: (rest, given, page) =>
      body(rest.GET('/api/v1/mails', { params: { query: { ...given, ...page } } })),
    columns: [
      ['Lúc', 'At', 'createdAt'],
      ['Loại', 'Kind', 'kind'],
      ['Gửi đến', 'To', 'to'],
      ['Trạng thái', 'State', 'state'],
      ['Lỗi', 'Problem', 'problem'],
      ['Id', 'Id', 'id'],
    ],
  });
  job(mails, context, {
    name: 'show',
    about: ['Một thư', 'One mail'],
    args: { mailId: theId },
    run: (rest, path) => body(rest.GET('/api/v1/mails/{mailId}', { params: { path } })),
    fields: [
      ['Gửi đến', 'To', 'to'],
      ['Tiêu đề', 'Subject', 'subject'],
      ['Trạng thái', 'State', 'state'],
      ['Gửi lúc', 'Sent', 'sentAt'],
      ['Số lần', 'Attempts', 'attempts'],
      ['Lỗi', 'Problem', 'problem'],
    ],
  });
}
