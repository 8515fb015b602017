import { ownAddress } from '../machine/address.ts';
import { freeMediaPorts, freePorts, LOOPBACK } from '../machine/ports.ts';
import { ensureSecrets } from '../machine/secrets.ts';
import { firstReady, readyAgain } from '../processes/readiness.ts';
import type { OnCrash } from '../processes/supervisor.ts';
import { answersOk } from '../processes/until.ts';
import { type OnProgress, silent, step } from '../progress.ts';
import { ensureMediasoupWorker } from '../../worker/ensure.ts';
import { type Backbone, startBackbone } from './backbone.ts';
import { commonEnv, defaultMediaWorkers, SERVICES, serviceProcess } from './services.ts';
import type { ServiceContext, ServiceName, ServiceProcess } from './services.ts';
import { type Demo, seedDemo } from './demo.ts';

export interface SystemOptions {
  /** Everything the system keeps: database, streams, logs, secrets. */
  dataDir: string;
  /** Public port of the first gateway and first port of the first media node. Default: free ones. */
  ports?: { gateway?: number; media?: number };
  /** Which services run; default all. */
  services?: readonly ServiceName[];
  /** How many processes of a service; default 1. They are called `gateway`, `gateway-2`, … */
  replicas?: Partial<Record<ServiceName, number>>;
  /** More environment variables for every service, stronger than our own. */
  env?: Record<string, string>;
  /** Address the gateways listen on. Default 127.0.0.1. */
  host?: string;
  /** Existing servers instead of our own. */
  databaseUrl?: string | undefined;
  natsUrl?: string | undefined;
  /** Fills an empty installation with the demo province, never in production. Default false. */
  demo?: boolean;
  /** False for throw-away data: PostgreSQL without fsync. Default true. */
  durable?: boolean;
  onProgress?: OnProgress;
  onCrash?: OnCrash;
}

/** The whole product, running. Names are `postgres`, `nats` and those of the services' processes. */
export interface System {
  /** Public address of the first gateway. */
  url: string;
  /** Public addresses of all gateways. */
  urls: string[];
  databaseUrl: string;
  natsUrl: string;
  dataDir: string;
  demo: Demo | undefined;
  names: string[];
  /** The process under this name now; after a crash it has another pid. */
  process(name: string): { pid: number; logPath: string };
  /** Signals that one process; after a fatal signal it is gone when this resolves, and is started again by itself. */
  kill(name: string, signal: NodeJS.Signals): Promise<void>;
  /** Resolves when it is ready (again); fails after a minute. */
  whenReady(name: string): Promise<void>;
  /** Ends everything in order; no process is left. */
  stop(): Promise<void>;
}

export async function startSystem(options: SystemOptions): Promise<System> {
  const { onProgress = silent, services = SERVICES } = options;
  const mediaWorkerBin = services.includes('media') ? await ensureMediasoupWorker(onProgress) : '';
  const backbone = await startBackbone(options);
  try {
    const context = await contextOf(options, backbone, mediaWorkerBin);
    const processes = await processesOf(services, options, context);
    await step(onProgress, 'services', (detail) => startAll(backbone, processes, detail));
    const demo = options.demo && process.env.NODE_ENV !== 'production' && (await seed(options, context));
    return running(options, backbone, context, processes, demo || undefined);
  } catch (error) {
    await stopInOrder(backbone);
    throw error;
  }
}

async function contextOf(
  options: SystemOptions,
  backbone: Backbone,
  mediaWorkerBin: string,
): Promise<ServiceContext> {
  const { ports = {}, replicas = {}, env = {}, host = LOOPBACK } = options;
  const gateways = replicas.gateway ?? 1;
  const mediaNodes = replicas.media ?? 1;
  const free = await freePorts(gateways);
  const gatewayPorts = free.map((port, i) => (i === 0 && ports.gateway ? ports.gateway : port));
  const mediaWorkers = Number(
    env.MEDIA_WORKERS ?? process.env.MEDIA_WORKERS ?? defaultMediaWorkers(mediaNodes),
  );
  const firstMedia = ports.media ?? (await freeMediaPorts(mediaNodes * mediaWorkers, randomMediaPort()));
  return {
    databaseUrl: backbone.databaseUrl,
    natsUrl: backbone.natsUrl,
    secrets: ensureSecrets(options.dataDir),
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

function processesOf(
  services: readonly ServiceName[],
  { replicas = {} }: SystemOptions,
  context: ServiceContext,
): Promise<ServiceProcess[]> {
  const wanted = services.flatMap((service) =>
    Array.from({ length: replicas[service] ?? 1 }, (_, i) => [service, i] as const),
  );
  return Promise.all(wanted.map(([service, replica]) => serviceProcess(service, replica, context)));
}

async function startAll(
  { supervisor }: Backbone,
  processes: ServiceProcess[],
  detail: (text: string) => void,
): Promise<void> {
  for (const { spec } of processes) supervisor.start(spec);
  await Promise.all(
    processes.map(async ({ spec, healthUrl }) => {
      await firstReady(supervisor, spec.name, () => answersOk(healthUrl));
      detail(spec.name);
    }),
  );
}

function seed({ dataDir, env, onProgress = silent }: SystemOptions, context: ServiceContext): Promise<Demo> {
  return step(onProgress, 'demo', () => seedDemo(dataDir, { ...commonEnv(context), ...env }));
}

/** Whoever takes requests first, what they stand on last. */
async function stopInOrder(backbone: Backbone): Promise<void> {
  const { supervisor } = backbone;
  const stages = [/^gateway/, /^media/, /^(?!postgres$|nats$)/];
  for (const stage of stages) await supervisor.stop(supervisor.names.filter((name) => stage.test(name)));
  await backbone.stop();
}

function running(
  { dataDir }: SystemOptions,
  backbone: Backbone,
  context: ServiceContext,
  processes: ServiceProcess[],
  demo: Demo | undefined,
): System {
  const { supervisor } = backbone;
  const healthUrls = new Map(processes.map(({ spec, healthUrl }) => [spec.name, healthUrl]));
  const urls = context.gatewayPorts.map((port) => `http://localhost:${port}`);
  return {
    url: urls[0] ?? '',
    urls,
    databaseUrl: backbone.databaseUrl,
    natsUrl: backbone.natsUrl,
    dataDir,
    demo,
    names: supervisor.names,
    process: (name) => supervisor.process(name),
    kill: (name, signal) => supervisor.kill(name, signal),
    whenReady: (name) => {
      if (name === 'postgres' || name === 'nats') return backbone.whenReady(name);
      const healthUrl = healthUrls.get(name) ?? '';
      return readyAgain(name, () => answersOk(healthUrl));
    },
    stop: () => stopInOrder(backbone),
  };
}
