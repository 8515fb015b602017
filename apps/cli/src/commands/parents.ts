import { body } from '@diemcau/client/rest';
import type { Command } from 'commander';
import type { Context } from '../context.js';
import { must } from '../job/asked.js';
import { job } from '../job/job.js';
import { list, schoolClass } from '../job/kinds.js';

const ofClass = must(
  schoolClass('class', 'id, hoặc mã-trường/tên-lớp[/năm-học]', 'id, or unit/name[/school-year]'),
);
const studentIds = list(
  '--students <a,b>',
  'chỉ những học sinh này (id); không ghi thì cả lớp',
  'only these students (ids); else all of the class',
);
const of = (classId: string) => ({ params: { path: { classId } } });

/** Codes by which parents bind themselves to their children. */
export function parentCommands(program: Command, context: Context): void {
  const parents = program
    .command('parents')
    .description(context.say('Mã cho cha mẹ học sinh', 'Codes for parents'));
  job(parents, context, {
    name: 'codes',
    about: [
      'Học sinh nào của lớp đang có mã, và có mấy cha mẹ',
      'Which students of a class have a code, and how many parents',
    ],
    args: { classId: ofClass },
    run: (rest, { classId }) => body(rest.GET('/api/v1/classes/{classId}/guardian-codes', of(classId))),
    columns: [
      ['Họ tên', 'Name', 'displayName'],
      ['Mã còn tới', 'Code until', 'codeUntil'],
      ['Lượt còn lại', 'Uses left', 'codeUsesLeft'],
      ['Cha mẹ', 'Parents', 'guardians'],
      ['Id', 'Id', 'studentId'],
    ],
  });
  job(parents, context, {
    name: 'issue',
    about: [
      'Cấp mã cho những em chưa có, chỉ hiện lần này; --students cấp lại',
      'Issue codes to those without one, shown this once; --students issues anew',
    ],
    args: { classId: ofClass },
    options: { studentIds },
    run: (rest, { classId, ...only }) =>
      body(rest.POST('/api/v1/classes/{classId}/guardian-codes', { ...of(classId), body: only })),
    columns: [
      ['Họ tên', 'Name', 'displayName'],
      ['Mã', 'Code', 'code'],
      ['Dùng tới', 'Until', 'expiresAt'],
    ],
  });
  job(parents, context, {
    name: 'revoke',
    about: ['Huỷ mã của lớp', 'Revoke the codes of a class'],
    args: { classId: ofClass },
    options: { studentIds },
    grave: true,
    run: (rest, { classId, ...only }) =>
      body(rest.POST('/api/v1/classes/{classId}/guardian-codes/revocation', { ...of(classId), body: only })),
    said: ({ revoked }) => [`Đã huỷ ${revoked} mã.`, `${revoked} codes revoked.`],
  });
}
