import { body } from '@diemcau/client/rest';
import type { Command } from 'commander';
import type { Context } from '../context.js';
import { must } from '../job/asked.js';
import { job } from '../job/job.js';
import { list, text, unit } from '../job/kinds.js';

const names = {
  nameVi: text('--vi <name>', 'tên tiếng Việt', 'Vietnamese name'),
  nameEn: text('--en <name>', 'tên tiếng Anh', 'English name'),
  under: list('--under <a,b>', 'được trực thuộc các loại này', 'may stand below these types'),
};
const said = ({ key, nameVi, nameEn }: { key: string; nameVi: string; nameEn: string }) =>
  [`${key}: ${nameVi}`, `${key}: ${nameEn}`] as const;

export function unitTypeCommands(program: Command, context: Context): void {
  const types = program.command('unit-types').description(context.say('Loại đơn vị', 'Types of units'));
  job(types, context, {
    name: 'list',
    about: ['Các loại đơn vị', 'List types of units'],
    run: (rest) => body(rest.GET('/api/v1/unit-types')),
    columns: [
      ['Khoá', 'Key', 'key'],
      ['Tên', 'Name', ({ nameVi, nameEn }, say) => say(nameVi, nameEn)],
      ['Trực thuộc', 'Below', ({ under }) => under.join(' ')],
    ],
  });
  job(types, context, {
    name: 'create',
    about: ['Thêm một loại đơn vị của tỉnh', 'Add a type of the province'],
    options: {
      provinceId: must(unit('--province <unit>', 'tỉnh', 'the province')),
      nameVi: must(names.nameVi),
      nameEn: must(names.nameEn),
      under: must(names.under),
    },
    run: (rest, content) => body(rest.POST('/api/v1/unit-types', { body: content })),
    said,
  });
  job(types, context, {
    name: 'change',
    about: ['Sửa một loại đơn vị của tỉnh', 'Change a type of the province'],
    args: { key: must(text('key', 'khoá của loại', 'key of the type')) },
    options: names,
    run: async (rest, { key, ...changes }) => {
      const { items } = await body(rest.GET('/api/v1/unit-types'));
      const version = items.find((one) => one.key === key)?.version ?? 0;
      const params = { path: { key } };
      return body(rest.PATCH('/api/v1/unit-types/{key}', { params, body: { version, ...changes } }));
    },
    said,
  });
}
