import { body } from '@diemcau/client/rest';
import type { AddOidcProvider, ChangeOidcProvider } from '@diemcau/contracts/identity/oidc';
import type { Command } from 'commander';
import type { Context } from '../context.js';
import { must } from '../job/asked.js';
import { job } from '../job/job.js';
import { content } from '../job/kinds.js';
import { theId } from '../job/usual.js';

/** Its client secret comes in a file: what is typed stands in the shell's history. */
const theFile = must(content('file', 'tệp JSON, «-» là đầu vào chuẩn', 'a JSON file, "-" for the input'));
const said = ({ id, redirectUri }: { id: string; redirectUri: string }) =>
  [`${id}\n${redirectUri}`, `${id}\n${redirectUri}`] as const;

export function oidcCommands(program: Command, context: Context): void {
  const oidc = program
    .command('oidc')
    .description(context.say('Đăng nhập qua hệ thống khác (OpenID Connect)', 'Signing in by OpenID Connect'));
  job(oidc, context, {
    name: 'list',
    about: ['Các nhà cung cấp', 'List providers'],
    run: (rest) => body(rest.GET('/api/v1/oidc-providers')),
    columns: [
      ['Tên', 'Name', ({ nameVi, nameEn }, say) => say(nameVi, nameEn)],
      ['Địa chỉ', 'Issuer', 'issuer'],
      ['Bật', 'On', ({ enabled }, say) => (enabled ? say('có', 'yes') : '')],
      ['Nối tài khoản', 'Linking', 'linking'],
      ['Id', 'Id', 'id'],
    ],
  });
  job(oidc, context, {
    name: 'add',
    about: ['Thêm một nhà cung cấp từ tệp JSON', 'Add a provider from a JSON file'],
    args: { provider: theFile },
    // What it must hold, the server says.
    run: (rest, { provider }) =>
      body(rest.POST('/api/v1/oidc-providers', { body: provider as AddOidcProvider })),
    said,
  });
  job(oidc, context, {
    name: 'change',
    about: ['Sửa một nhà cung cấp từ tệp JSON', 'Change a provider from a JSON file'],
    args: { providerId: theId, changes: theFile },
    run: async (rest, { providerId, changes }) => {
      const { items } = await body(rest.GET('/api/v1/oidc-providers'));
      const version = items.find(({ id }) => id === providerId)?.version ?? 0;
      const wish = { version, ...(changes as Partial<ChangeOidcProvider>) };
      return body(
        rest.PATCH('/api/v1/oidc-providers/{providerId}', { params: { path: { providerId } }, body: wish }),
      );
    },
    said,
  });
  job(oidc, context, {
    name: 'delete',
    about: ['Bỏ một nhà cung cấp và mọi liên kết với nó', 'Remove a provider and all links to it'],
    args: { providerId: theId },
    grave: true,
    run: async (rest, path) => {
      await rest.DELETE('/api/v1/oidc-providers/{providerId}', { params: { path } });
      return path;
    },
    said: () => ['Đã bỏ.', 'Removed.'],
  });
}
