import { body } from '@diemcau/client/rest';
import type { Command } from 'commander';
import type { Context } from '../context.js';
import { job } from '../job/job.js';
import { flag, oneOf, text } from '../job/kinds.js';
import { listing } from '../job/listing.js';
import { from, to } from '../job/usual.js';
import { theWebhook } from './the-webhook.js';

export function deliveryCommands(webhooks: Command, context: Context): void {
  listing(webhooks, context, {
    name: 'deliveries',
    about: ['Các lần gửi, mới nhất trước', 'Deliveries, newest first'],
    args: { webhookId: theWebhook },
    options: { state: oneOf('--state <state>', ['pending', 'delivered', 'failed']) },
    page: (rest, { webhookId, ...query }, page) =>
      body(
        rest.GET('/api/v1/webhooks/{webhookId}/deliveries', {
          params: { path: { webhookId }, query: { ...query, ...page } },
        }),
      ),
    columns: [
      ['Lúc', 'At', 'happenedAt'],
      ['Sự kiện', 'Event', 'event'],
      ['Trạng thái', 'State', 'state'],
      ['Số lần', 'Attempts', 'attempts'],
      ['HTTP', 'HTTP', 'status'],
      ['Lỗi', 'Fault', 'fault'],
      ['Id', 'Id', 'id'],
    ],
  });
  job(webhooks, context, {
    name: 'ping',
    about: ['Gửi một tin thử', 'Send a trial message'],
    args: { webhookId: theWebhook },
    run: (rest, path) => body(rest.POST('/api/v1/webhooks/{webhookId}/ping', { params: { path } })),
    said: ({ id, state }) => [`${id}: ${state}`, `${id}: ${state}`],
  });
  job(webhooks, context, {
    name: 'replay',
    about: [
      'Gửi lại một lần gửi, hoặc mọi lần trong một khoảng',
      'Send one delivery again, or all of a span of time',
    ],
    args: { webhookId: theWebhook, deliveryId: text('delivery', 'id của một lần gửi', 'the id of one') },
    options: { from, to, failedOnly: flag('--failed', 'chỉ những lần hỏng', 'those that failed alone') },
    run: async (rest, { webhookId, deliveryId, from: since, to: until, ...wish }) => {
      if (deliveryId !== undefined) {
        const params = { path: { webhookId, deliveryId } };
        await rest.POST('/api/v1/webhooks/{webhookId}/deliveries/{deliveryId}/replay', { params });
        return { count: 1 };
      }
      const span = { from: since ?? '', to: until ?? new Date().toISOString() };
      const params = { path: { webhookId } };
      return body(rest.POST('/api/v1/webhooks/{webhookId}/replay', { params, body: { ...span, ...wish } }));
    },
    said: ({ count }) => [`Sẽ gửi lại ${count} lần.`, `${count} will be sent again.`],
  });
  job(webhooks, context, {
    name: 'secret',
    about: [
      'Đổi khoá ký; khoá cũ còn dùng thêm một thời gian',
      'A new signing secret; the old one lasts a while',
    ],
    args: { webhookId: theWebhook },
    grave: true,
    run: (rest, path) => body(rest.POST('/api/v1/webhooks/{webhookId}/secret', { params: { path } })),
    said: ({ secret }) => [secret, secret],
  });
}
