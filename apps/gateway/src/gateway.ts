import { Revocations } from '@diemcau/service/auth/revocations';
import { KeyedRequestsClient } from '@diemcau/contracts/identity/keyed-requests';
import { ScimClient } from '@diemcau/contracts/identity/scim';
import { Nats } from '@diemcau/service/bus/nats';
import { loadConfig } from '@diemcau/service/config/config';
import { HealthResponder } from '@diemcau/service/health/health.responder';
import { HealthServer } from '@diemcau/service/health/health.server';
import { NestLogger } from '@diemcau/service/log/logger';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { GatewayConfig } from './config.js';
import { Askers } from './edge/auth/askers.js';
import { serveDocs } from './edge/docs/docs.js';
import { addHooks } from './edge/http/hooks.js';
import { keepKeyedRequests } from './edge/http/keyed-requests.js';
import { createServer } from './edge/http/server.js';
import { tellVersions } from './edge/http/versions.js';
import { serveWebApp } from './edge/http/web-app.js';
import { Limits } from './edge/limits/limits.js';
import { SocketServer } from './edge/live/socket-server.js';
import { serveScim } from './scim/scim.routes.js';
import { GatewayModule } from './gateway.module.js';

export interface RunningGateway {
  /** Where it listens. */
  readonly url: string;
  /** Takes nothing new, finishes what is begun, says farewell to the sockets, closes connections. */
  stop(): Promise<void>;
}

/** Starts the edge in this process: listening, subscribed, health port open. */
export async function startGateway(log: Logger): Promise<RunningGateway> {
  const config = loadConfig(GatewayConfig);
  const adapter = createServer(config);
  const app = await NestFactory.create<NestFastifyApplication>(GatewayModule, adapter, {
    logger: new NestLogger(log),
    bodyParser: false,
    abortOnError: false,
  });
  const server = adapter.getInstance();
  let draining = false;
  addHooks(server, {
    config,
    askers: app.get(Askers),
    limits: app.get(Limits),
    isDraining: () => draining,
  });
  tellVersions(server);
  keepKeyedRequests(server, app.get(KeyedRequestsClient));
  serveDocs(server);
  await serveScim(server, { scim: app.get(ScimClient), publicUrl: config.publicUrl });
  await serveWebApp(server, config.webDir);
  await app.init();
  app.get(SocketServer).serve(app.getHttpServer());
  await app.listen(config.port, config.host);
  const health = await HealthServer.start(checksOf(app));
  const responder = new HealthResponder({ service: 'gateway', nats: app.get(Nats) });
  const { port } = app.getHttpServer().address() as AddressInfo;
  return {
    url: `http://${config.host}:${port}`,
    stop: async () => {
      draining = true;
      health.drain();
      responder.drain();
      await app.close();
      responder.stop();
      health.stop();
    },
  };
}

function checksOf(app: NestFastifyApplication) {
  const nats = app.get(Nats);
  const revocations = app.get(Revocations);
  return {
    nats: () => (nats.connected ? nats.connection.flush() : Promise.reject(new Error('not connected'))),
    identity: async () => {
      if (!revocations.known) throw new Error('has not said yet what was revoked');
    },
  };
}
