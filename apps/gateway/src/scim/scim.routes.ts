import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import {
  ScimClient,
  type ScimResource,
  scimSchemas,
  type ScimType,
  type ScimWrite,
} from '@diemcau/contracts/identity/scim';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Access, anyone, mayDo } from '../edge/auth/access.js';
import type { LimitClass } from '../edge/limits/limits.js';
import { located } from './located.js';
import { providerConfig } from './provider-config.js';
import { resourceTypes } from './resource-types.js';
import { schemas } from './schemas.js';
import { sendScimProblem } from './send-scim-problem.js';

const mediaType = 'application/scim+json';
/** A class with all its students, or a PATCH with a thousand operations; NATS takes a megabyte. */
const bodyLimit = 500_000;

interface Parts {
  readonly scim: ScimClient;
  /** The address people type. */
  readonly publicUrl: string;
}

const open = (access: Access, limit: LimitClass) => ({ config: { access, limit }, bodyLimit });
const publicly = open(anyone, 'read');
const reading = open(mayDo('directory.sync'), 'read');
const writing = open(mayDo('directory.sync'), 'write');

type Params = { readonly id: string };
const idOf = ({ params }: FastifyRequest): string => (params as Params).id;
const ifMatchOf = ({ headers }: FastifyRequest): { ifMatch?: string } =>
  headers['if-match'] === undefined ? {} : { ifMatch: headers['if-match'] };

const queryNames: ReadonlySet<string> = new Set([
  'filter',
  'startIndex',
  'count',
  'attributes',
  'excludedAttributes',
]);
/**
 * Query parameters that SCIM knows; others are none of ours (RFC 7644 3.4.2).
 * @throws Failure `common.invalid` for one that comes twice: without its filter a list would be everybody
 */
function queryOf({ query }: FastifyRequest): Record<string, string> {
  const asked: Record<string, string> = {};
  for (const [name, value] of Object.entries(query as Record<string, unknown>)) {
    if (!queryNames.has(name)) continue;
    if (typeof value !== 'string') {
      throw new Failure(commonFailures.invalid, {}, [{ path: name, code: 'isString' }]);
    }
    asked[name] = value;
  }
  return asked;
}

/** What of a resource the answer is to hold (RFC 7644 3.9). */
function tellingOf(request: FastifyRequest): { attributes?: string; excludedAttributes?: string } {
  const { filter: _filter, startIndex: _start, count: _count, ...asked } = queryOf(request);
  return asked;
}

function bodyOf({ body }: FastifyRequest): Record<string, unknown> {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return { ...body };
  throw new Failure(commonFailures.malformed);
}

const writeOf = (type: ScimType, request: FastifyRequest): ScimWrite => ({
  type,
  id: idOf(request),
  body: bodyOf(request),
  ...tellingOf(request),
  ...ifMatchOf(request),
});

/** SCIM 2.0 at /scim/v2: its own media type and errors, and no word of the rest of the interface. */
export async function serveScim(server: FastifyInstance, { scim, publicUrl }: Parts): Promise<void> {
  const base = `${publicUrl.replace(/\/$/, '')}/scim/v2`;
  await server.register(
    (child, _options, done) => {
      child.setErrorHandler((error, request, reply) => sendScimProblem(error, request, reply));
      child.addContentTypeParser(
        mediaType,
        { parseAs: 'string' },
        child.getDefaultJsonParser('error', 'error'),
      );
      child.addHook('onSend', (_request, reply, payload, next) => {
        void reply.header('cache-control', 'no-store');
        next(null, payload);
      });
      addDiscovery(child, base);
      addResources(child, 'Users', scim, base);
      addResources(child, 'Groups', scim, base);
      child.all('/*', publicly, () => {
        throw new Failure(commonFailures.notFound);
      });
      done();
    },
    { prefix: '/scim/v2' },
  );
}

function send(reply: FastifyReply, body: Record<string, unknown>, base: string): FastifyReply {
  return reply.type(`${mediaType}; charset=utf-8`).send(JSON.stringify(located(body, base)));
}

function addDiscovery(child: FastifyInstance, base: string): void {
  const lists = { ResourceTypes: resourceTypes, Schemas: schemas } as const;
  child.get('/ServiceProviderConfig', publicly, (_request, reply) => send(reply, providerConfig, base));
  for (const [path, items] of Object.entries(lists)) {
    child.get(`/${path}`, publicly, (_request, reply) =>
      send(reply, { schemas: [scimSchemas.list], totalResults: items.length, Resources: [...items] }, base),
    );
    child.get(`/${path}/:id`, publicly, (request, reply) => {
      const found = items.find(({ id }) => id.toLowerCase() === idOf(request).toLowerCase());
      if (!found) throw new Failure(commonFailures.notFound);
      return send(reply, found, base);
    });
  }
}

function addResources(child: FastifyInstance, type: ScimType, scim: ScimClient, base: string): void {
  const tell = (reply: FastifyReply, { body, etag }: ScimResource): FastifyReply =>
    send(reply.header('etag', etag), body, base);

  child.get(`/${type}`, reading, async (request, reply) => {
    const { body } = await scim.list({ type, ...queryOf(request) }, request.asker.caller);
    return send(reply, body, base);
  });
  child.get(`/${type}/:id`, reading, async (request, reply) => {
    const found = await scim.find({ type, id: idOf(request), ...tellingOf(request) }, request.asker.caller);
    if (request.headers['if-none-match'] === found.etag) {
      return reply.status(304).header('etag', found.etag).send();
    }
    return tell(reply, found);
  });
  child.post(`/${type}`, writing, async (request, reply) => {
    const made = await scim.create(
      { type, body: bodyOf(request), ...tellingOf(request) },
      request.asker.caller,
    );
    const { id } = made.body as { id: string };
    return tell(reply.status(201).header('location', `${base}/${type}/${id}`), made);
  });
  child.put(`/${type}/:id`, writing, async (request, reply) => {
    const input = writeOf(type, request);
    return tell(reply, await scim.replace(input, request.asker.caller));
  });
  child.patch(`/${type}/:id`, writing, async (request, reply) => {
    const input = writeOf(type, request);
    return tell(reply, await scim.patch(input, request.asker.caller));
  });
  child.delete(`/${type}/:id`, writing, async (request, reply) => {
    await scim.remove({ type, id: idOf(request), ...ifMatchOf(request) }, request.asker.caller);
    return reply.status(204).send();
  });
}
