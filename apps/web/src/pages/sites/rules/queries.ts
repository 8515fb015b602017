import { body } from '@diemcau/client/rest';
import type { PublishRules } from '@diemcau/contracts/meetings/room-rules';
import { rest } from '../../../api/rest';

export const rulesKey = ['work', 'rules'] as const;

export const publishRules = (input: PublishRules) => body(rest.POST('/api/v1/room-rules', { body: input }));
