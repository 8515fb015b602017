import { anonymous } from '@diemcau/contracts/core/caller';
import { inRequest } from '@diemcau/service/log/request-context';
import type { FastifyInstance } from 'fastify';
import type { GatewayConfig } from '../../config.js';
import type { Asker } from '../auth/access.js';
import type { Askers } from '../auth/askers.js';
import type { Limits } from '../limits/limits.js';
import { observeHttp } from './metrics.js';
import { contextOf } from './request-id.js';
import { dataHeaders, pageHeaders } from './security-headers.js';

/** The interfaces; /api/docs is a page that shows them. */
const isData = (url: string): boolean => url.startsWith('/api/') && !url.startsWith('/api/docs');

interface Parts {
  readonly config: GatewayConfig;
  readonly askers: Askers;
  readonly limits: Limits;
  /** The process is about to stop: kept connections are given up with their next answer, so that none is cut later. */
  readonly isDraining: () => boolean;
}

/**
 * What happens to every request around its one call. Who asks, whether they may and how often is settled before the body
 * is read.
 */
export function addHooks(server: FastifyInstance, { config, askers, limits, isDraining }: Parts): void {
  const forPages = pageHeaders(config);
  const headersFor = (url: string) => (isData(url) ? dataHeaders : forPages);
  server.decorateRequest('asker', undefined as never);

  server.addHook('onRoute', ({ path, config: route }) => {
    if (path.startsWith('/api/') && !route?.access) {
      throw new Error(`The route ${path} does not say what its caller must be allowed to do.`);
    }
  });

  server.addHook('onRequest', (request, reply, done) => {
    void reply.headers(headersFor(request.url)).header('x-request-id', request.id);
    const { access, limit } = request.routeOptions.config;
    request.asker = { caller: anonymous, entryToken: null };
    if (!access) return done();
    const goOn = (error?: Error): void => done(error);
    const settle = (asker: Asker): void => {
      request.asker = asker;
      if (limit) limits.take(limit, asker.caller, request.ip);
      askers.admit(access, asker);
    };
    try {
      const asker = askers.of(request.headers.authorization, request.ip);
      // Only a key that is not known yet has to be waited for.
      if (asker instanceof Promise) return void asker.then(settle).then(() => goOn(), goOn);
      settle(asker);
      done();
    } catch (error) {
      done(error as Error);
    }
  });

  // After the body was read: its events do not run in the context of the hooks before them.
  server.addHook('preHandler', (request, _reply, done) => {
    inRequest(contextOf(request), done);
  });

  server.addHook('onSend', (request, reply, payload, done) => {
    if (isDraining()) void reply.header('connection', 'close');
    if (isData(request.url) && !reply.hasHeader('cache-control')) {
      void reply.header('cache-control', 'no-store');
    }
    done(null, payload);
  });

  server.addHook('onResponse', (request, reply, done) => {
    observeHttp(request, reply);
    done();
  });
}
