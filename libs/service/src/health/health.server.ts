import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loadConfig } from '../config/config.js';
import { HealthConfig } from '../config/service.config.js';
import { metrics } from './metrics.js';

/** Resolves when the thing works; rejects with why not. */
export type ReadinessCheck = () => Promise<unknown>;

/** `/healthz` alive, `/readyz` with each check by name, `/metrics` for Prometheus; on a port of its own. */
export class HealthServer {
  private draining = false;

  private constructor(
    private readonly server: Server,
    private readonly checks: Readonly<Record<string, ReadinessCheck>>,
  ) {}

  static async start(checks: Readonly<Record<string, ReadinessCheck>>): Promise<HealthServer> {
    const { port, host } = loadConfig(HealthConfig);
    const server = createServer();
    const health = new HealthServer(server, checks);
    server.on('request', (request, response) => {
      void health.answer(request.url ?? '').then(({ status, type, body }) => {
        response.writeHead(status, { 'content-type': type }).end(body);
      });
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(port, host, resolve);
    });
    server.unref();
    return health;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** From now on not ready: load balancers look elsewhere while requests in hand are finished. */
  drain(): void {
    this.draining = true;
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async answer(path: string): Promise<{ status: number; type: string; body: string }> {
    switch (path) {
      case '/healthz':
        return { status: 200, type: 'text/plain', body: 'alive\n' };
      case '/readyz':
        return this.readiness();
      case '/metrics':
        return { status: 200, type: metrics.contentType, body: await metrics.metrics() };
      default:
        return { status: 404, type: 'text/plain', body: 'not found\n' };
    }
  }

  private async readiness() {
    const results = await Promise.all(
      Object.entries(this.checks).map(async ([name, check]) => {
        const fault = await check().then(
          () => null,
          (error: unknown) => (error instanceof Error ? error.message : String(error)),
        );
        return [name, fault] as const;
      }),
    );
    const ready = !this.draining && results.every(([, fault]) => fault === null);
    const body = JSON.stringify({ ready, draining: this.draining, checks: Object.fromEntries(results) });
    return { status: ready ? 200 : 503, type: 'application/json', body };
  }
}
