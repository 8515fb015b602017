import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ownAddress } from '../machine/address.ts';
import { freeMediaPorts, freePorts, LOOPBACK } from '../machine/ports.ts';
import { ensureSecrets, type Secrets } from '../machine/secrets.ts';
import type { Backbone } from './backbone.ts';
import type { SystemOptions } from './options.ts';

/** What the environment variables of the services are made from. */
export interface ServiceContext {
  databaseUrl: string;
  natsUrl: string;
  secrets: Secrets;
  /** Photos and documents; all replicas share it. */
  filesDir: string;
  /** The public port of each gateway. */
  gatewayPorts: number[];
  host: string;
  publicUrl: string;
  /** The first UDP and TCP port of each media node; worker i of a node uses the i-th after it. */
  mediaPorts: number[];
  /** Workers per media node. */
  mediaWorkers: number;
  mediaWorkerBin: string;
  announcedAddress: string;
  /** Wins over everything above. */
  env: Record<string, string>;
}

export async function contextOf(
  options: SystemOptions,
  backbone: Backbone,
  mediaWorkerBin: string,
): Promise<ServiceContext> {
  const { ports = {}, replicas = {}, env = {}, host = LOOPBACK } = options;
  const gateways = replicas.gateway ?? 1;
  const mediaNodes = replicas.media ?? 1;
  const free = await freePorts(gateways);
  const gatewayPorts = free.map((port, i) => (i === 0 && ports.gateway ? ports.gateway : port));
  const mediaWorkers = Number(env.MEDIA_WORKERS ?? process.env.MEDIA_WORKERS ?? workersPerNode(mediaNodes));
  const firstMedia = ports.media ?? (await freeMediaPorts(mediaNodes * mediaWorkers, randomMediaPort()));
  return {
    databaseUrl: backbone.databaseUrl,
    natsUrl: backbone.natsUrl,
    secrets: ensureSecrets(options.dataDir),
    filesDir: join(options.dataDir, 'files'),
    gatewayPorts,
    host,
    publicUrl: process.env.PUBLIC_URL ?? `http://localhost:${gatewayPorts[0]}`,
    mediaPorts: Array.from({ length: mediaNodes }, (_, i) => firstMedia + i * mediaWorkers),
    mediaWorkers,
    mediaWorkerBin,
    announcedAddress: process.env.MEDIA_ANNOUNCED_ADDRESS ?? ownAddress(),
    env,
  };
}

/** Two systems started at the same moment shall not look at the same ports. */
function randomMediaPort(): number {
  return 40_000 + Math.floor(Math.random() * 20_000);
}

/** One per core, shared among the nodes of this machine. */
function workersPerNode(nodes: number): number {
  return Math.max(1, Math.floor(availableParallelism() / nodes));
}
