import { body } from '@diemcau/client/rest';
import type { ChangeSettings } from '@diemcau/contracts/identity/settings';
import type { Command } from 'commander';
import type { Context } from '../context.js';
import { must } from '../job/asked.js';
import { job } from '../job/job.js';
import { several, text, unit } from '../job/kinds.js';
import { tableOf } from '../job/print.js';
import { valuesOf } from '../options.js';
import { flattened } from '../output/flattened.js';

const provinceId = unit(
  '--province <unit>',
  'tỉnh; không ghi là tỉnh của mình',
  'the province; your own unless given',
);

const shown = (whole: object) =>
  tableOf(flattened(whole), [
    ['Cài đặt', 'Setting', 'name'],
    ['Giá trị', 'Value', 'value'],
  ]);

export function settingsCommands(program: Command, context: Context): void {
  const settings = program
    .command('settings')
    .description(context.say('Cài đặt của tỉnh', 'Settings of the province'));
  job(settings, context, {
    name: 'show',
    about: ['Các cài đặt', 'The settings'],
    options: { provinceId },
    run: (rest, query) => body(rest.GET('/api/v1/settings', { params: { query } })),
    shown,
  });
  job(settings, context, {
    name: 'set',
    about: [
      'Đặt một hay nhiều cài đặt, ví dụ sessionDays=14 language=vi',
      'Set one or several, for example sessionDays=14 language=vi',
    ],
    args: { values: must(several(text('name=value', 'tên và giá trị JSON', 'name and JSON value'))) },
    options: { provinceId },
    run: async (rest, { values, ...query }) => {
      // Names and values are the server's to judge.
      const changes = valuesOf(context.say)(values) as Omit<ChangeSettings, 'version'>;
      const { version } = await body(rest.GET('/api/v1/settings', { params: { query } }));
      return body(rest.PATCH('/api/v1/settings', { body: { ...query, version, ...changes } }));
    },
    shown,
  });
}
