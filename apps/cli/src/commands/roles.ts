import { body } from '@diemcau/client/rest';
import type { Permission } from '@diemcau/contracts/identity/permissions';
import type { Command } from 'commander';
import type { Context } from '../context.js';
import { Exit, exitCodes } from '../exit-codes.js';
import { must } from '../job/asked.js';
import { job } from '../job/job.js';
import { list, text } from '../job/kinds.js';

const theKey = must(text('key', 'khoá của vai trò', 'key of the role'));
const names = {
  nameVi: text('--vi <name>', 'tên tiếng Việt', 'Vietnamese name'),
  nameEn: text('--en <name>', 'tên tiếng Anh', 'English name'),
};
const permissions = list('--permissions <a,b>', 'các quyền, thay hẳn bộ cũ', 'permissions, the whole set');
const said = ({ key, nameVi, nameEn }: { key: string; nameVi: string; nameEn: string }) =>
  [`${key}: ${nameVi}`, `${key}: ${nameEn}`] as const;

export function roleCommands(program: Command, context: Context): void {
  const { say } = context;
  const roles = program.command('roles').description(say('Vai trò và quyền', 'Roles and permissions'));
  const one = async (key: string) => {
    const { items } = await body((await context.rest()).GET('/api/v1/roles'));
    const found = items.find((role) => role.key === key);
    if (found) return found;
    throw new Exit(exitCodes.notFound, say(`Không có vai trò «${key}».`, `There is no role "${key}".`));
  };
  job(roles, context, {
    name: 'list',
    about: ['Các vai trò', 'List roles'],
    run: (rest) => body(rest.GET('/api/v1/roles')),
    columns: [
      ['Khoá', 'Key', 'key'],
      ['Tên', 'Name', ({ nameVi, nameEn }) => say(nameVi, nameEn)],
      ['Có sẵn', 'Built in', ({ builtIn }) => (builtIn ? say('có', 'yes') : '')],
      ['Số người', 'Holders', 'holders'],
      ['Quyền', 'Permissions', ({ permissions: all }) => all.length],
    ],
  });
  job(roles, context, {
    name: 'show',
    about: ['Một vai trò và các quyền của nó', 'One role and what it may'],
    args: { key: theKey },
    run: (_, { key }) => one(key),
    fields: [
      ['Khoá', 'Key', 'key'],
      ['Tên', 'Name', ({ nameVi, nameEn }) => say(nameVi, nameEn)],
      ['Quyền', 'Permissions', ({ permissions: all }) => all.join(' ')],
      ['Số người', 'Holders', 'holders'],
      ['Phiên bản', 'Version', 'version'],
    ],
  });
  job(roles, context, {
    name: 'define',
    about: ['Lập một vai trò', 'Define a role'],
    options: { nameVi: must(names.nameVi), nameEn: must(names.nameEn), permissions: must(permissions) },
    // The server knows which there are.
    run: (rest, { permissions: wanted, ...wish }) =>
      body(rest.POST('/api/v1/roles', { body: { ...wish, permissions: wanted as Permission[] } })),
    said,
  });
  job(roles, context, {
    name: 'change',
    about: ['Sửa tên hoặc bộ quyền của một vai trò', 'Change the names or the permissions of a role'],
    args: { key: theKey },
    options: { ...names, permissions },
    run: async (rest, { key, permissions: wanted, ...wish }) => {
      const { nameVi, nameEn, version, permissions: before } = await one(key);
      const content = { nameVi, nameEn, version, ...wish, permissions: (wanted as Permission[]) ?? before };
      return body(rest.PUT('/api/v1/roles/{key}', { params: { path: { key } }, body: content }));
    },
    said,
  });
  job(roles, context, {
    name: 'delete',
    about: ['Xoá một vai trò không ai giữ', 'Delete a role that nobody holds'],
    args: { key: theKey },
    grave: true,
    run: async (rest, path) => {
      await rest.DELETE('/api/v1/roles/{key}', { params: { path } });
      return path;
    },
    said: ({ key }) => [`Đã xoá ${key}.`, `Deleted ${key}.`],
  });
}
