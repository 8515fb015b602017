import { EnvInt, EnvText, EnvUrl } from '@diemcau/service/config/config';

export class MeetingsConfig {
  /** Signs tickets to rooms; media has the same one. At least 32 random characters. */
  @EnvText('TICKET_SECRET', { min: 32, example: '$(openssl rand -base64 48)' }) ticketSecret: string;

  /** Guests who may wait in one room's lobby at a time. */
  @EnvInt('LOBBY_MAX_WAITING', { min: 1, max: 10_000, fallback: 500, example: '500' }) maxWaiting: number;

  /** The address people type: where invitations and calendars lead. */
  @EnvUrl('PUBLIC_URL', ['http', 'https'], {
    fallback: 'http://localhost:8080',
    example: 'https://hop.sogddt.vn',
  })
  publicUrl: string;
}
