import type { FeedText } from '@diemcau/contracts/meetings/feeds';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

export const calendarType = 'text/calendar; charset=utf-8';

/** Seconds for which whoever asked need not ask again; calendars that ask more often get the same. */
const freshS = 300;

/** How a calendar answers programs that ask again and again (RFC 9110, 13.1.2). */
export class FeedAnswer {
  constructor(
    private readonly request: FastifyRequest,
    private readonly reply: FastifyReply,
  ) {}

  /** Nothing, with 304, for who has this text already. */
  with({ ics, etag }: FeedText): string {
    const tag = `"${etag}"`;
    void this.reply.headers({
      etag: tag,
      // Private: the address is the secret, no cache on the way may hand it to others.
      'cache-control': `private, max-age=${freshS}`,
    });
    if (this.hasIt(tag)) {
      void this.reply.status(304);
      return '';
    }
    void this.reply.headers({
      'content-type': calendarType,
      'content-disposition': 'inline; filename="diem-cau.ics"',
    });
    return ics;
  }

  private hasIt(tag: string): boolean {
    const asked = this.request.headers['if-none-match'] ?? '';
    return asked.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
  }
}

export const Reading = createParamDecorator<void, FeedAnswer>((_, context: ExecutionContext) => {
  const http = context.switchToHttp();
  return new FeedAnswer(http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
});
