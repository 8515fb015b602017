import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const ivBytes = 12;
const tagBytes = 16;

/** Keeps secrets that the service must be able to read again: AES-256-GCM, each purpose with a key of its own (RFC 5869). */
export class SecretBox {
  /** @param secretsKey at least 32 random characters, kept outside the database */
  constructor(private readonly secretsKey: string) {}

  /** @param purpose `totp 4f1c…`: binds the secret to whose it is, so that a row cannot be moved to somebody else */
  seal(purpose: string, secret: string): Buffer {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv('aes-256-gcm', this.keyFor('seal'), iv).setAAD(Buffer.from(purpose));
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
  }

  /** @throws Error when it was sealed with another key, for another purpose, or changed since */
  open(purpose: string, sealed: Buffer): string {
    const decipher = createDecipheriv('aes-256-gcm', this.keyFor('seal'), sealed.subarray(0, ivBytes))
      .setAAD(Buffer.from(purpose))
      .setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes));
    return decipher.update(sealed.subarray(ivBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8');
  }

  /** 32 bytes that follow from the purpose and the input, and tell nothing about the key. */
  derive(purpose: string, input: string | Buffer): Buffer {
    return createHmac('sha256', this.keyFor(purpose)).update(input).digest();
  }

  private keyFor(use: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.secretsKey, '', `diemcau ${use}`, 32));
  }
}
