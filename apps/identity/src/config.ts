import { EnvInt, EnvText } from '@diemcau/service/config/config';

export class IdentityConfig {
  /** Signs access tokens and derives refresh tokens; the gateway has the same one. At least 32 random characters. */
  @EnvText('ACCESS_TOKEN_SECRET', { min: 32, example: '$(openssl rand -base64 48)' })
  accessTokenSecret: string;

  /** Encrypts what must be readable again (TOTP seeds, webhook secrets) and derives initial secrets. At least 32 random characters. */
  @EnvText('SECRETS_KEY', { min: 32, max: 500, example: '$(openssl rand -base64 48)' }) secretsKey: string;

  /** Days until a sign-in that is not refreshed runs out. */
  @EnvInt('SESSION_DAYS', { min: 1, max: 90, fallback: 14, example: '14' }) sessionDays: number;
}
