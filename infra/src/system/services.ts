import { join } from 'node:path';
import { compileCacheDir, projectDir } from '../machine/folders.ts';
import { freePort, LOOPBACK } from '../machine/ports.ts';
import type { ProcessSpec } from '../processes/managed-process.ts';
import type { ServiceContext } from './context.ts';

export const SERVICES = ['identity', 'meetings', 'media', 'gateway'] as const;
export type ServiceName = (typeof SERVICES)[number];

export interface ServiceProcess {
  healthUrl: string;
  spec: ProcessSpec;
}

/** `gateway`, `gateway-2`, …: the name of a service's n-th process, counted from 0. */
function processName(service: ServiceName, replica: number): string {
  return replica === 0 ? service : `${service}-${replica + 1}`;
}

/**
 * What Node runs. The gateway's program is one file beside what it was compiled to: nobody can speak in a meeting until it
 * is back (ADR 70). Its lines are those of that file, which names the modules they are from.
 */
const program = (service: ServiceName, folder: string, inDevelopment: boolean): string[] =>
  service === 'gateway' && !inDevelopment
    ? [join(folder, 'dist', 'program', 'main.js')]
    : ['--enable-source-maps', join(folder, 'dist', 'main.js')];

/** @param inDevelopment runs what the compiler writes whenever a source is saved */
export async function serviceProcess(
  service: ServiceName,
  replica: number,
  of: ServiceContext,
  inDevelopment = false,
): Promise<ServiceProcess> {
  const healthPort = await freePort();
  const folder = join(projectDir, 'apps', service);
  return {
    healthUrl: `http://${LOOPBACK}:${healthPort}/readyz`,
    spec: {
      name: processName(service, replica),
      command: process.execPath,
      args: program(service, folder, inDevelopment),
      cwd: folder,
      env: { ...commonEnv(of), ...ownEnv(service, replica, of), HEALTH_PORT: String(healthPort), ...of.env },
      graceMs: 15_000,
    },
  };
}

export function commonEnv(of: ServiceContext): Record<string, string> {
  return {
    NODE_ENV: process.env.NODE_ENV ?? 'development',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'info',
    NODE_COMPILE_CACHE: compileCacheDir,
    DATABASE_URL: of.databaseUrl,
    NATS_URL: of.natsUrl,
    PUBLIC_URL: of.publicUrl,
  };
}

function ownEnv(service: ServiceName, replica: number, of: ServiceContext): Record<string, string> {
  switch (service) {
    case 'identity':
      return {
        ACCESS_TOKEN_SECRET: of.secrets.accessTokenSecret,
        SECRETS_KEY: of.secrets.secretsKey,
      };
    case 'meetings':
      return { TICKET_SECRET: of.secrets.ticketSecret, FILES_DIR: of.filesDir };
    case 'media':
      return {
        TICKET_SECRET: of.secrets.ticketSecret,
        MEDIA_NODE_ID: `media-${replica + 1}`,
        MEDIASOUP_WORKER_BIN: of.mediaWorkerBin,
        MEDIA_LISTEN_IP: process.env.MEDIA_LISTEN_IP ?? '0.0.0.0',
        MEDIA_ANNOUNCED_ADDRESS: of.announcedAddress,
        MEDIA_PORT: String(of.mediaPorts[replica]),
        MEDIA_WORKERS: String(of.mediaWorkers),
      };
    case 'gateway':
      return {
        ACCESS_TOKEN_SECRET: of.secrets.accessTokenSecret,
        HOST: of.host,
        PORT: String(of.gatewayPorts[replica]),
        WEB_DIR: join(projectDir, 'apps', 'web', 'dist'),
      };
  }
}
