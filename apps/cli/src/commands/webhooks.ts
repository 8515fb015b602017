import { body } from '@diemcau/client/rest';
import { chosenWebhookEvents, type WebhookEvent } from '@diemcau/contracts/identity/webhook-events';
import type { Command } from 'commander';
import type { Context } from '../context.js';
import { must } from '../job/asked.js';
import { job } from '../job/job.js';
import { flag, list, text } from '../job/kinds.js';
import { listing } from '../job/listing.js';
import { inUnit } from '../job/usual.js';
import { theWebhook } from './the-webhook.js';
import { deliveryCommands } from './webhook-deliveries.js';

const events = chosenWebhookEvents.join(', ');

export function webhookCommands(program: Command, context: Context): void {
  const webhooks = program
    .command('webhooks')
    .description(context.say('Báo tin cho hệ thống khác', 'Webhooks: telling other systems'));
  listing(webhooks, context, {
    about: ['Danh sách webhook', 'List webhooks'],
    options: { unitId: inUnit },
    page: (rest, given, page) =>
      body(rest.GET('/api/v1/webhooks', { params: { query: { ...given, ...page } } })),
    columns: [
      ['Tên', 'Name', 'name'],
      ['Đơn vị', 'Unit', 'unitName'],
      ['Địa chỉ', 'Address', 'url'],
      ['Trạng thái', 'State', 'state'],
      ['Lỗi liền nhau', 'Failures', 'failures'],
      ['Id', 'Id', 'id'],
    ],
  });
  job(webhooks, context, {
    name: 'create',
    about: ['Lập một webhook; khoá ký chỉ hiện một lần', 'Make a webhook; its signing secret is shown once'],
    args: { name: must(text('name', 'tên', 'its name')) },
    options: {
      unitId: must(inUnit),
      alone: flag('--alone', 'chỉ đơn vị này, không gồm cấp dưới', 'this unit alone, nothing below'),
      url: must(text('--url <url>', 'địa chỉ https nhận tin', 'the https address')),
      events: must(list('--events <a,b>', `các sự kiện: ${events}`, `the events: ${events}`)),
    },
    run: (rest, { alone = false, events: chosen, ...wish }) =>
      // Which events there are, a newer server knows better.
      body(
        rest.POST('/api/v1/webhooks', {
          body: { ...wish, subtree: !alone, events: chosen as WebhookEvent[] },
        }),
      ),
    said: ({ secret, webhook }) => [`${webhook.id}\n${secret}`, `${webhook.id}\n${secret}`],
    noted: [
      'Hãy cất ngay khoá ký: không hiện lại lần nào nữa.',
      'Keep the signing secret now: it will not be shown again.',
    ],
  });
  for (const [name, state, about] of [
    ['pause', 'paused', ['Tạm dừng', 'Pause']],
    ['resume', 'active', ['Cho chạy lại', 'Resume']],
  ] as const) {
    job(webhooks, context, {
      name,
      about,
      args: { webhookId: theWebhook },
      run: async (rest, path) => {
        const { version } = await body(rest.GET('/api/v1/webhooks/{webhookId}', { params: { path } }));
        return body(
          rest.PATCH('/api/v1/webhooks/{webhookId}', { params: { path }, body: { version, state } }),
        );
      },
      said: (webhook) => [`${webhook.name}: ${webhook.state}`, `${webhook.name}: ${webhook.state}`],
    });
  }
  job(webhooks, context, {
    name: 'delete',
    about: ['Xoá một webhook', 'Delete a webhook'],
    args: { webhookId: theWebhook },
    grave: true,
    run: async (rest, path) => {
      await rest.DELETE('/api/v1/webhooks/{webhookId}', { params: { path } });
      return path;
    },
    said: () => ['Đã xoá.', 'Deleted.'],
  });
  deliveryCommands(webhooks, context);
}
