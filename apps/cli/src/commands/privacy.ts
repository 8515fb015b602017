import { body } from '@diemcau/client/rest';
import type { Command } from 'commander';
import { save } from '../access/files.js';
import type { Context } from '../context.js';
import { must } from '../job/asked.js';
import { job } from '../job/job.js';
import { oneOf, text } from '../job/kinds.js';
import { listing } from '../job/listing.js';
import { ofPerson, output, theId, thePerson } from '../job/usual.js';
import { privacyDecisions } from './privacy-decisions.js';
import { requestFields } from './request-fields.js';

export function privacyCommands(program: Command, context: Context): void {
  const { say, language } = context;
  const privacy = program.command('privacy').description(say('Dữ liệu cá nhân', 'Personal data'));
  job(privacy, context, {
    name: 'registry',
    about: ['Giữ dữ liệu cá nhân gì, để làm gì, bao lâu', 'Which personal data is kept, why and how long'],
    run: (rest) => body(rest.GET('/api/v1/privacy/kinds')),
    columns: [
      ['Loại', 'Kind', 'kind'],
      ['Nội dung', 'What', (one) => one[language].title],
      ['Mục đích', 'Purpose', (one) => one[language].purpose],
      ['Đến khi', 'Until', 'until'],
      ['Ngày', 'Days', 'days'],
    ],
  });
  listing(privacy, context, {
    name: 'requests',
    about: ['Các yêu cầu trích và xoá dữ liệu', 'Requests for a copy or for erasure'],
    options: {
      userId: ofPerson,
      kind: oneOf('--kind <kind>', ['archive', 'erasure']),
      state: oneOf('--state <state>', ['waiting', 'running', 'done', 'refused', 'withdrawn', 'failed']),
    },
    page: (rest, given, page) =>
      body(rest.GET('/api/v1/privacy/requests', { params: { query: { ...given, ...page } } })),
    columns: [
      ['Lúc', 'At', 'requestedAt'],
      ['Loại', 'Kind', 'kind'],
      ['Của ai', 'Whose', 'displayName'],
      ['Trạng thái', 'State', 'state'],
      ['Hạn', 'Due', 'dueAt'],
      ['Id', 'Id', 'id'],
    ],
  });
  job(privacy, context, {
    name: 'show',
    about: ['Một yêu cầu', 'One request'],
    args: { requestId: theId },
    run: (rest, path) => body(rest.GET('/api/v1/privacy/requests/{requestId}', { params: { path } })),
    fields: requestFields,
  });
  job(privacy, context, {
    name: 'archive',
    about: ['Trích mọi dữ liệu của một người', 'Gather all data of a person'],
    args: { userId: thePerson },
    run: (rest, content) => body(rest.POST('/api/v1/privacy/archives', { body: content })),
    fields: requestFields,
  });
  job(privacy, context, {
    name: 'download',
    about: ['Tải bản trích đã xong (JSON)', 'Download what was gathered (JSON)'],
    args: { requestId: theId },
    options: { output },
    run: (rest, { output: file, ...path }, own) => {
      const call = { params: { path }, parseAs: 'stream' } as const;
      return save(own, rest.GET('/api/v1/privacy/requests/{requestId}/archive.json', call), file);
    },
  });
  job(privacy, context, {
    name: 'erase',
    about: [
      'Xin xoá dữ liệu của một người; phải có người thứ hai duyệt',
      'Ask for erasure; somebody else approves it',
    ],
    args: { userId: thePerson },
    options: {
      userName: must(
        text('--confirm <userName>', 'tên đăng nhập của người ấy', 'the user name of that person'),
      ),
      reason: must(text('--reason <text>', 'lý do, ghi vào nhật ký', 'why; goes to the audit log')),
    },
    run: (rest, content) => body(rest.POST('/api/v1/privacy/erasures', { body: content })),
    fields: requestFields,
  });
  privacyDecisions(privacy, context);
}
