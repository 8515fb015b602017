import { EnvInt, EnvText, EnvUrl } from '@diemcau/service/config/config';

export class IdentityConfig {
  /** Signs access tokens and derives refresh tokens; the gateway has the same one. At least 32 random characters. */
  @EnvText('ACCESS_TOKEN_SECRET', { min: 32, example: '$(openssl rand -base64 48)' })
  accessTokenSecret: string;

  /** Encrypts what must be readable again (TOTP seeds, webhook secrets) and derives initial secrets. At least 32 random characters. */
  @EnvText('SECRETS_KEY', { min: 32, max: 500, example: '$(openssl rand -base64 48)' }) secretsKey: string;

  /** Days until a sign-in that is not refreshed runs out. */
  @EnvInt('SESSION_DAYS', { min: 1, max: 90, fallback: 14, example: '14' }) sessionDays: number;

  /** The address people type: passkeys are bound to its host, mails and outside providers lead back to it. */
  @EnvUrl('PUBLIC_URL', ['http', 'https'], {
    fallback: 'http://localhost:8080',
    example: 'https://hop.sogddt.vn',
  })
  publicUrl: string;

  /** Mail server with user and password; without one mails are kept and shown in the console. */
  @EnvText('SMTP_URL', { fallback: '', example: 'smtps://user:password@mail.sogddt.vn' }) smtpUrl: string;

  /** Sender of mails. */
  @EnvText('MAIL_FROM', {
    max: 200,
    fallback: 'Điểm Cầu <khong-tra-loi@localhost>',
    example: 'Điểm Cầu <khong-tra-loi@sogddt.vn>',
  })
  mailFrom: string;
}
