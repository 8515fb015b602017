import { body } from '@diemcau/client/rest';
import type { PromoteClasses } from '@diemcau/contracts/identity/classes';
import type { Command } from 'commander';
import { save } from '../access/files.js';
import type { Context } from '../context.js';
import { must } from '../job/asked.js';
import { job } from '../job/job.js';
import { content, person, schoolClass, several, text } from '../job/kinds.js';
import { listing } from '../job/listing.js';
import { inUnit, ofUnit, output, words } from '../job/usual.js';

const theClass = must(
  schoolClass('class', 'id, hoặc mã-trường/tên-lớp[/năm-học]', 'id, or unit/name[/school-year]'),
);
const schoolYear = text(
  '--year <YYYY-YYYY>',
  'năm học, ví dụ 2026-2027',
  'school year, for example 2026-2027',
);

export function classCommands(program: Command, context: Context): void {
  const classes = program.command('classes').description(context.say('Lớp học', 'Classes'));
  listing(classes, context, {
    about: ['Danh sách lớp', 'List classes'],
    options: { q: words, unitId: inUnit, schoolYear },
    page: (rest, given, page) =>
      body(rest.GET('/api/v1/classes', { params: { query: { ...given, ...page } } })),
    columns: [
      ['Lớp', 'Class', 'name'],
      ['Năm học', 'Year', 'schoolYear'],
      ['Trường', 'School', 'unitName'],
      ['Sĩ số', 'Students', 'students'],
      ['Id', 'Id', 'id'],
    ],
  });
  job(classes, context, {
    name: 'create',
    about: ['Lập một lớp', 'Make a class'],
    options: {
      unitId: ofUnit,
      schoolYear: must(schoolYear),
      name: must(text('--name <name>', 'tên lớp, ví dụ 10A1', 'its name, for example 10A1')),
    },
    run: (rest, wish) => body(rest.POST('/api/v1/classes', { body: wish })),
    said: ({ name, unitName, id }) => [`${name}, ${unitName}: ${id}`, `${name}, ${unitName}: ${id}`],
  });
  listing(classes, context, {
    name: 'members',
    about: ['Học sinh của một lớp', 'The students of a class'],
    args: { classId: theClass },
    page: (rest, given, page) =>
      body(rest.GET('/api/v1/users', { params: { query: { ...given, ...page } } })),
    columns: [
      ['Mã', 'Code', 'code'],
      ['Họ tên', 'Name', 'displayName'],
      ['Tên đăng nhập', 'User name', 'userName'],
      ['Trạng thái', 'State', 'state'],
      ['Id', 'Id', 'id'],
    ],
  });
  job(classes, context, {
    name: 'add',
    about: [
      'Xếp học sinh vào lớp; lớp cũ cùng năm thì thôi',
      'Put students into a class; they leave another of the year',
    ],
    args: {
      classId: theClass,
      studentIds: must(several(person('student', 'học sinh', 'students'))),
    },
    run: async (rest, { classId, studentIds }) => {
      for (const studentId of studentIds) {
        const params = { path: { classId, studentId } };
        await rest.PUT('/api/v1/classes/{classId}/members/{studentId}', { params });
      }
      return body(rest.GET('/api/v1/classes/{classId}', { params: { path: { classId } } }));
    },
    said: ({ name, students }) => [`${name}: ${students} học sinh`, `${name}: ${students} students`],
  });
  job(classes, context, {
    name: 'rename',
    about: ['Đổi tên một lớp', 'Rename a class'],
    args: { classId: theClass },
    options: { name: must(text('--name <name>', 'tên mới', 'the new name')) },
    run: async (rest, { classId, name }) => {
      const call = { params: { path: { classId } } };
      const { version } = await body(rest.GET('/api/v1/classes/{classId}', call));
      return body(rest.PATCH('/api/v1/classes/{classId}', { ...call, body: { version, name } }));
    },
    said: ({ name, unitName }) => [`${name}, ${unitName}`, `${name}, ${unitName}`],
  });
  job(classes, context, {
    name: 'promote',
    about: [
      'Lên lớp cả trường, từ tệp JSON; chạy lại không đổi gì thêm',
      'A school goes up a year, from a JSON file; again changes nothing',
    ],
    args: { promotion: must(content('file', 'tệp JSON', 'a JSON file')) },
    // What it must hold, the server says.
    run: (rest, { promotion }) =>
      body(rest.POST('/api/v1/classes/promotion', { body: promotion as PromoteClasses })),
    said: ({ classesMade, studentsPlaced }) => [
      `${classesMade} lớp mới, ${studentsPlaced} học sinh`,
      `${classesMade} new classes, ${studentsPlaced} students`,
    ],
  });
  job(classes, context, {
    name: 'slips',
    about: [
      'Phiếu mật khẩu của một lớp, từ một lần nhập (PDF)',
      'The slips of a class, out of an import (PDF)',
    ],
    args: { classId: theClass },
    options: { importId: must(text('--import <id>', 'lần nhập', 'the import')), output: must(output) },
    run: (rest, { importId, classId, output: file }, own) => {
      const call = { params: { path: { importId }, query: { classId } }, parseAs: 'stream' } as const;
      return save(own, rest.GET('/api/v1/imports/{importId}/slips.pdf', call), file);
    },
  });
  job(classes, context, {
    name: 'delete',
    about: ['Xoá một lớp; học sinh còn nguyên', 'Delete a class; its students stay'],
    args: { classId: theClass },
    grave: true,
    run: async (rest, path) => {
      await rest.DELETE('/api/v1/classes/{classId}', { params: { path } });
      return path;
    },
    said: () => ['Đã xoá.', 'Deleted.'],
  });
}
