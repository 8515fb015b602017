import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** `"7"`, also as a weak tag: what {@link tellVersions} gave. */
const tag = /^(?:W\/)?"(\d{1,10})"$/;

/**
 * The version of `If-Match`, for routes whose input takes one: a lost race is 412 there (RFC 9110, 13.1.1). Null without the
 * header, for reads, and for `*`, which asks for nothing that is not asked anyhow.
 * @throws Failure `common.ifMatchUnknown` where nothing is compared, or for a tag that is no version
 */
export function versionIn({ method, headers, routeOptions }: FastifyRequest): number | null {
  const given = headers['if-match'];
  if (given === undefined || given === '*' || method === 'GET' || method === 'HEAD') return null;
  const [, version] = tag.exec(given) ?? [];
  if (version === undefined || routeOptions.config.takesVersion !== true)
    throw new Failure(commonFailures.ifMatchUnknown);
  return Number(version);
}

/** What has a version says it as its `ETag`, to be sent back in `If-Match`. */
export function tellVersions(server: FastifyInstance): void {
  server.addHook('preSerialization', (request, reply, payload, done) => {
    if (request.routeOptions.config.access && reply.statusCode < 300) {
      const { version } = (payload ?? {}) as { version?: unknown };
      if (typeof version === 'number') void reply.header('etag', `"${version}"`);
    }
    done(null, payload);
  });
}
