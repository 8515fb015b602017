import { socketMessages } from '@diemcau/contracts/gateway/socket';
import fc from 'fast-check';
import { documentOf } from './bad-rest.js';
import { junk, nearValid, type Vocabulary } from './near-valid.js';

/** Socket messages of every name there is, and of some that there are not. */
export function badMessages(words: Omit<Vocabulary, 'schemas'>): fc.Arbitrary<readonly [string, unknown]> {
  const { schemas } = documentOf('asyncapi.json').components;
  const operations = Object.entries(socketMessages);
  const names = operations.map(([name]) => name);
  const near = fc
    .constantFrom(...operations)
    .chain(([name, { input }]) =>
      nearValid(schemas[input.name] ?? {}, { ...words, schemas }).map((value) => [name, value] as const),
    );
  const strange = fc.constantFrom(...names, 'media.room.attach', 'toString', '__proto__', 'error');
  return fc.oneof(
    { weight: 12, arbitrary: near },
    { weight: 1, arbitrary: fc.tuple(strange, junk) },
    { weight: 1, arbitrary: fc.tuple(fc.string({ maxLength: 20 }), junk) },
  );
}

const knownMischief: (string | Uint8Array)[] = [
  '40',
  '40{"accessToken":{}}',
  '40{"accessToken":"a","language":["vi"]}',
  '40/admin,',
  '41',
  '42',
  '42[]',
  '42[null]',
  '42["error",{}]',
  '42["connect",{}]',
  '42["newListener",{}]',
  '42["disconnect"]',
  '4299999999999999999999["edge.identify",{"accessToken":null}]',
  '421["edge.identify"]',
  '421["edge.identify",{},{},{}]',
  '421[17,{}]',
  '43["ack"]',
  '437[]',
  '451-["edge.identify",{"_placeholder":true,"num":0}]',
  '46',
  '5',
  '6',
  '3',
  '2probe',
  '0{"sid":"x"}',
  'bAAAA',
  '',
  '4'.repeat(300_000),
  new Uint8Array([0, 255, 1]),
];

/** Frames below the protocol: handshakes twice, acknowledgements of nothing, attachments, bytes. */
export const badFrames: fc.Arbitrary<string | Uint8Array> = fc.oneof(
  fc.constantFrom(...knownMischief),
  fc.string({ maxLength: 60 }),
  fc.string({ maxLength: 60 }).map((text) => `42${text}`),
  fc.array(junk, { maxLength: 4 }).map((said) => `421${JSON.stringify(said)}`),
  fc.uint8Array({ maxLength: 40 }),
);
