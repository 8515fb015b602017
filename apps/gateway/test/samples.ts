import fc from 'fast-check';
import { junk } from './near-valid.js';

/** Bodies of other standards as browsers send them, which the documents only call objects. */
const whole: Readonly<Record<string, unknown>> = {
  dtlsParameters: {
    role: 'client',
    fingerprints: [{ algorithm: 'sha-256', value: Array.from({ length: 32 }, () => 'AB').join(':') }],
  },
  rtpCapabilities: {
    codecs: [
      {
        mimeType: 'audio/opus',
        kind: 'audio',
        preferredPayloadType: 100,
        clockRate: 48_000,
        channels: 2,
        parameters: {},
        rtcpFeedback: [],
      },
      {
        mimeType: 'video/VP8',
        kind: 'video',
        preferredPayloadType: 101,
        clockRate: 90_000,
        parameters: {},
        rtcpFeedback: [{ type: 'nack', parameter: 'pli' }],
      },
    ],
    headerExtensions: [],
  },
  rtpParameters: {
    mid: '0',
    codecs: [{ mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2, parameters: {} }],
    encodings: [{ ssrc: 1_234_567 }],
    headerExtensions: [],
    rtcp: { cname: 'storm' },
  },
  sctpStreamParameters: { streamId: 1, ordered: false, maxRetransmits: 0 },
};

/** The sample, whole or with one of its parts gone or replaced by junk. */
function bent(value: unknown): fc.Arbitrary<unknown> {
  const itself = { weight: 3, arbitrary: fc.constant(value) };
  if (typeof value !== 'object' || value === null) return fc.oneof(itself, junk);
  const entries = Object.entries(value);
  if (entries.length === 0) return fc.oneof(itself, junk);
  const inside = fc.constantFrom(...entries).chain(([key, part]) =>
    fc.option(bent(part), { nil: undefined }).map((other) => {
      if (Array.isArray(value)) return value.map((item: unknown, at) => (String(at) === key ? other : item));
      return { ...value, [key]: other };
    }),
  );
  return fc.oneof(itself, { weight: 6, arbitrary: inside });
}

/** By the name of the field they stand in. */
export const samples: Readonly<Record<string, fc.Arbitrary<unknown>>> = Object.fromEntries(
  Object.entries(whole).map(([name, value]) => [name, bent(value)]),
);
