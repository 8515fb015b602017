import type { Schema } from '@diemcau/contracts/core/schema';

/** RFC 9457 problem details as the edge answers them. */
export const problemSchema: Schema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'requestId'],
  properties: {
    type: { type: 'string', description: 'urn:diemcau:problem:<code>' },
    title: { type: 'string', description: 'Vietnamese or English, by Accept-Language' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'What programs branch on', examples: ['lobby.notWaiting'] },
    errors: {
      type: 'array',
      description: 'Fields that broke the contract',
      items: {
        type: 'object',
        required: ['path', 'code'],
        properties: { path: { type: 'string' }, code: { type: 'string' } },
      },
    },
    details: { type: 'object', additionalProperties: true },
    requestId: { type: 'string', description: 'Also in X-Request-Id; give it to support' },
  },
};
