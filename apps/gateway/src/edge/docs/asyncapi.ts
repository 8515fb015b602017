import { refTo, schemasOf } from '@diemcau/contracts/core/schema';
import { socketMessages, socketPushes } from '@diemcau/contracts/gateway/socket';
import { problemSchema } from './problem-schema.js';

const description = `Live messages of Điểm Cầu over socket.io 4 (protocol 5, WebSocket only), default namespace. The event is the
message's name, its one argument the payload. Every message from a client asks for an acknowledgement and gets
\`{ ok: true, body }\` or \`{ ok: false, problem }\`. The handshake's \`auth\` takes \`accessToken\` and \`language\` (vi, en).`;

const message = (name: string) => ({ $ref: `#/channels/socket/messages/${name}` });

/** The AsyncAPI 3 document of the socket. */
export function asyncApi(): object {
  const said = Object.entries(socketMessages);
  const heard = Object.entries(socketPushes);
  const schemas = schemasOf([
    ...said.flatMap(([, { input, output }]) => (output ? [input, output] : [input])),
    ...heard.map(([, { body }]) => body),
  ]);
  return {
    asyncapi: '3.0.0',
    info: { title: 'Điểm Cầu', version: '1', description, license: { name: 'AGPL-3.0-or-later' } },
    defaultContentType: 'application/json',
    servers: { edge: { host: 'localhost:8080', pathname: '/socket.io', protocol: 'wss' } },
    channels: {
      socket: {
        address: '/',
        messages: Object.fromEntries([
          ...said.flatMap(([name, { input, output }]) => [
            [name, { name, payload: refTo(input) }],
            [`${name}.ack`, { name: `${name}.ack`, payload: ackOf(output ? refTo(output) : null) }],
          ]),
          ...heard.map(([name, { body }]) => [name, { name, payload: refTo(body) }]),
        ]),
      },
    },
    operations: Object.fromEntries([
      ...said.map(([name]) => [
        name,
        {
          action: 'receive',
          channel: { $ref: '#/channels/socket' },
          messages: [message(name)],
          reply: { channel: { $ref: '#/channels/socket' }, messages: [message(`${name}.ack`)] },
        },
      ]),
      ...heard.map(([name]) => [
        name,
        { action: 'send', channel: { $ref: '#/channels/socket' }, messages: [message(name)] },
      ]),
    ]),
    components: { schemas: { ...schemas, Problem: problemSchema } },
  };
}

const ackOf = (body: object | null) => ({
  oneOf: [
    {
      type: 'object',
      required: ['ok', ...(body ? ['body'] : [])],
      properties: { ok: { const: true }, ...(body && { body }) },
    },
    {
      type: 'object',
      required: ['ok', 'problem'],
      properties: { ok: { const: false }, problem: { $ref: '#/components/schemas/Problem' } },
    },
  ],
});
