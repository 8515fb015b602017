import { metrics } from '@diemcau/service/health/metrics';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Histogram } from 'prom-client';

const requests = new Histogram({
  name: 'http_request_seconds',
  help: 'Time to answer a request, by method, route and status',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.003, 0.01, 0.03, 0.1, 0.3, 1, 3],
  registers: [metrics],
});

/** Only known routes are labels: an address somebody made up must not become a series. */
export function observeHttp({ method, routeOptions }: FastifyRequest, reply: FastifyReply): void {
  requests.observe(
    { method, route: routeOptions.url ?? 'unknown', status: reply.statusCode },
    reply.elapsedTime / 1000,
  );
}
