import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** What a browser is told by `navigator.credentials.create` and `.get`, as far as an authenticator looks. */
interface Options {
  readonly challenge?: string;
  readonly rp?: { readonly id?: string };
  readonly rpId?: string;
  readonly user?: { readonly id: string };
  readonly allowCredentials?: readonly { readonly id: string }[];
}

interface Credential {
  readonly id: string;
  readonly privateKey: KeyObject;
  readonly userHandle: string;
  counter: number;
}

const flags = { userPresent: 0x01, userVerified: 0x04, attested: 0x40 };
const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest();
const u16 = (value: number) => Buffer.from([value >> 8, value & 0xff]);
const u32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

/** CBOR (RFC 8949) of the few kinds of value there are in a WebAuthn answer. */
function cbor(value: number | string | Buffer | Map<number | string, unknown>): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string')
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  const items = [...value].flatMap(([key, item]) => [cbor(key), cbor(item as number)]);
  return Buffer.concat([head(5, value.size), ...items]);
}
function head(major: number, size: number): Buffer {
  if (size < 24) return Buffer.from([(major << 5) | size]);
  return size < 256
    ? Buffer.from([(major << 5) | 24, size])
    : Buffer.concat([Buffer.from([(major << 5) | 25]), u16(size)]);
}

/** A software authenticator with its browser: real keys (ES256), real attestation objects and assertions. WebAuthn level 3 */
export class Authenticator {
  private readonly credentials: Credential[] = [];
  /** Whether it checks finger or PIN. */
  verifiesUser = true;
  /** Many passkeys that are kept in several devices always say 0. */
  counts = true;

  constructor(private readonly origin: string) {}

  /** RegistrationResponseJSON */
  create(given: object) {
    const { challenge = '', rp, user } = given as Options;
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const raw = randomBytes(32);
    const credential = { id: raw.toString('base64url'), privateKey, userHandle: user?.id ?? '', counter: 0 };
    this.credentials.push(credential);
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    const cose = cbor(
      new Map<number, number | Buffer>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ]),
    );
    const attested = Buffer.concat([Buffer.alloc(16), u16(raw.length), raw, cose]);
    const authData = Buffer.concat([this.dataFor(rp?.id ?? '', flags.attested, 0), attested]);
    const object = new Map<string, string | Buffer | Map<number, unknown>>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', authData],
    ]);
    return {
      id: credential.id,
      rawId: credential.id,
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: this.clientData('webauthn.create', challenge).toString('base64url'),
        attestationObject: cbor(object).toString('base64url'),
        transports: ['internal'],
      },
    };
  }

  /** AuthenticationResponseJSON. @throws Error when it has no passkey that is asked for */
  get(given: object) {
    const { challenge = '', rpId = '', allowCredentials = [] } = given as Options;
    const asked = new Set(allowCredentials.map(({ id }) => id));
    const credential = this.credentials.find(({ id }) => asked.size === 0 || asked.has(id));
    if (!credential) throw new Error('this authenticator has no such passkey');
    if (this.counts) credential.counter += 1;
    const authData = this.dataFor(rpId, 0, credential.counter);
    const client = this.clientData('webauthn.get', challenge);
    const signature = sign('sha256', Buffer.concat([authData, sha256(client)]), credential.privateKey);
    return {
      id: credential.id,
      rawId: credential.id,
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: signature.toString('base64url'),
        userHandle: credential.userHandle,
      },
    };
  }

  /** The same keys in another device: its counter goes on from here by itself. */
  copy(): Authenticator {
    const copy = new Authenticator(this.origin);
    copy.credentials.push(...this.credentials.map((credential) => ({ ...credential })));
    return copy;
  }

  private dataFor(rpId: string, more: number, counter: number): Buffer {
    const set = flags.userPresent | (this.verifiesUser ? flags.userVerified : 0) | more;
    return Buffer.concat([sha256(rpId), Buffer.from([set]), u32(counter)]);
  }

  private clientData(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false }));
  }
}
