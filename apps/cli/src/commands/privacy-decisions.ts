import { body } from '@diemcau/client/rest';
import type { Command } from 'commander';
import type { Context } from '../context.js';
import { must } from '../job/asked.js';
import { job } from '../job/job.js';
import { text } from '../job/kinds.js';
import { reason, theId } from '../job/usual.js';
import { requestFields } from './request-fields.js';

export function privacyDecisions(privacy: Command, context: Context): void {
  job(privacy, context, {
    name: 'approve',
    about: ['Duyệt một yêu cầu xoá', 'Approve an erasure'],
    args: { requestId: theId },
    options: {
      userName: must(
        text('--confirm <userName>', 'tên đăng nhập của người bị xoá', 'the user name to be erased'),
      ),
    },
    run: (rest, { requestId, ...content }) => {
      const params = { path: { requestId } };
      return body(rest.POST('/api/v1/privacy/requests/{requestId}/approve', { params, body: content }));
    },
    fields: requestFields,
  });
  job(privacy, context, {
    name: 'refuse',
    about: ['Từ chối một yêu cầu', 'Refuse a request'],
    args: { requestId: theId },
    options: { reason },
    run: (rest, { requestId, ...content }) => {
      const params = { path: { requestId } };
      return body(rest.POST('/api/v1/privacy/requests/{requestId}/refuse', { params, body: content }));
    },
    fields: requestFields,
  });
  job(privacy, context, {
    name: 'withdraw',
    about: ['Rút lại một yêu cầu chưa thực hiện', 'Withdraw a request that is not carried out yet'],
    args: { requestId: theId },
    run: (rest, path) =>
      body(rest.POST('/api/v1/privacy/requests/{requestId}/withdraw', { params: { path } })),
    fields: requestFields,
  });
}
