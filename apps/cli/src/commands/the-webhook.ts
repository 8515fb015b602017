import { webhookIdOf } from '../found.js';
import { must } from '../job/asked.js';
import { kind } from '../job/kinds.js';

export const theWebhook = must(kind(webhookIdOf)('webhook', 'tên hoặc id', 'name or id'));
