import type { AddressInfo } from 'node:net';
import { accessToken, type AccessTokenClaims, callerOf } from '@diemcau/contracts/identity/access-token';
import { loadConfig } from '@diemcau/service/config/config';
import { createLogger, NestLogger } from '@diemcau/service/log/logger';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import jwt from 'jsonwebtoken';
import { GatewayConfig } from '../../../apps/gateway/dist/config.js';
import type { Asker } from '../../../apps/gateway/dist/edge/auth/access.js';
import { Askers } from '../../../apps/gateway/dist/edge/auth/askers.js';
import { addHooks } from '../../../apps/gateway/dist/edge/http/hooks.js';
import { createServer } from '../../../apps/gateway/dist/edge/http/server.js';
import { Limits } from '../../../apps/gateway/dist/edge/limits/limits.js';
import { GatewayModule } from '../../../apps/gateway/dist/gateway.module.js';
import { serveParent } from '../processes/program.ts';

/** Lets everybody in as the same person, without looking at a token: what a route without a guard would do. */
class Doorless extends Askers {
  asker: Asker | undefined;

  override of(): Asker {
    if (!this.asker) throw new Error('nobody is set');
    return this.asker;
  }

  override admit(): void {
    // Whoever comes is let in.
  }
}

/** The gateway with everything it has: server, hooks, controllers, bus; guarded, or with its door taken out. */
async function start({ token, guarded }: { token: string; guarded: boolean }): Promise<{ url: string }> {
  const config = loadConfig(GatewayConfig);
  const adapter = createServer(config);
  const app = await NestFactory.create<NestFastifyApplication>(GatewayModule, adapter, {
    logger: new NestLogger(createLogger('twin')),
    bodyParser: false,
  });
  const askers = guarded ? app.get(Askers) : doorless(app, config.accessTokenSecret, token);
  addHooks(adapter.getInstance(), { config, askers, limits: app.get(Limits), isDraining: () => false });
  await app.init();
  await app.listen(0, '127.0.0.1');
  return { url: `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}` };
}

function doorless(app: NestFastifyApplication, secret: string, token: string): Askers {
  const { algorithm, audience, issuer } = accessToken;
  const claims = jwt.verify(token, secret, {
    algorithms: [algorithm],
    audience,
    issuer,
  }) as AccessTokenClaims & object;
  const open = Object.setPrototypeOf({ ...app.get(Askers) }, Doorless.prototype) as Doorless;
  open.asker = { caller: callerOf(claims), entryToken: null };
  return open;
}

const program = { start };
export type Twin = typeof program;
serveParent(program);
