import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import {
  sessionErrors,
  type SessionTokens,
  type SignedIn,
  type SignInAnswer,
  type SignInStep,
} from '@diemcau/contracts/identity/sessions';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { apiPrefix } from '../edge/http/route.js';

const name = 'diemcau_refresh';
const path = `/${apiPrefix}/sessions`;

/** The browser's own refresh token: out of reach of scripts, sent to the session routes of this site only. */
export class RefreshCookie {
  constructor(
    private readonly request: FastifyRequest,
    private readonly reply: FastifyReply,
  ) {}

  /**
   * @throws Failure `sessions.ended` when the browser has none, `common.notAllowed` when another site's page asks: the
   * cookie is SameSite=Strict, and this holds where a browser or a sister host gets round it
   */
  read(): string {
    if (!isOwnPage(this.request)) throw new Failure(commonFailures.notAllowed);
    const token = parseCookie(this.request.headers.cookie ?? '')[name];
    if (!token || token.length > 200) throw new Failure(sessionErrors.ended);
    return token;
  }

  /** The refresh token goes into the cookie and nowhere else. */
  keep({ refreshToken, refreshExpiresAt, ...rest }: SessionTokens): SignedIn {
    this.set(refreshToken, new Date(refreshExpiresAt));
    return rest;
  }

  answer({ tokens, ...rest }: SignInStep): SignInAnswer {
    return { session: tokens && this.keep(tokens), ...rest };
  }

  drop(): void {
    this.set('', new Date(0));
  }

  private set(value: string, expires: Date): void {
    const secure = this.request.protocol === 'https';
    const cookie = stringifySetCookie({
      name,
      value,
      path,
      expires,
      secure,
      httpOnly: true,
      sameSite: 'strict',
    });
    void this.reply.header('set-cookie', cookie);
  }
}

/** Programs send no Origin; browsers always do with anything but GET. */
const isOwnPage = ({ headers: { origin }, host }: FastifyRequest): boolean =>
  origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);

/** The refresh cookie of the request at hand. */
export const Cookie = createParamDecorator<void, RefreshCookie>((_, context: ExecutionContext) => {
  const http = context.switchToHttp();
  return new RefreshCookie(http.getRequest(), http.getResponse());
});
