import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { OidcBegun, OidcStart } from '@diemcau/contracts/identity/oidc';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { apiPrefix } from '../edge/http/route.js';

const name = 'diemcau_oidc';
const path = `/${apiPrefix}/sign-in/oidc`;
const lifeS = 900;

/**
 * Binds a sign-in with an outside provider to the browser that began it, so that nobody is sent a link that signs them in
 * as somebody else. Lax: the provider's page sends the browser back here.
 */
export class OidcCookie {
  constructor(
    private readonly request: FastifyRequest,
    private readonly reply: FastifyReply,
  ) {}

  read(): string | null {
    const secret = parseCookie(this.request.headers.cookie ?? '')[name];
    return secret && secret.length <= 100 ? secret : null;
  }

  keep({ browserSecret, url }: OidcBegun): OidcStart {
    this.set(browserSecret, lifeS);
    return { url };
  }

  drop(): void {
    this.set('', 0);
  }

  /** The address of the callback without its path. */
  get query(): string {
    const { url } = this.request;
    const at = url.indexOf('?');
    return at < 0 ? '' : url.slice(at + 1);
  }

  /** Sends the browser on. RFC 9110, 15.4.4 */
  goTo(place: string): void {
    void this.reply.header('location', place);
  }

  private set(value: string, maxAge: number): void {
    const secure = this.request.protocol === 'https';
    const cookie = stringifySetCookie({ name, value, path, maxAge, secure, httpOnly: true, sameSite: 'lax' });
    void this.reply.header('set-cookie', cookie);
  }
}

/** The cookie of the request at hand. */
export const Binding = createParamDecorator<void, OidcCookie>((_, context: ExecutionContext) => {
  const http = context.switchToHttp();
  return new OidcCookie(http.getRequest(), http.getResponse());
});
