import { readyAgain, firstReady } from '../processes/readiness.ts';
import type { ProcessSpec } from '../processes/managed-process.ts';
import { answersOk } from '../processes/until.ts';
import { silent, step } from '../progress.ts';
import { ensureMediasoupWorker } from '../../worker/ensure.ts';
import { type Backbone, startBackbone } from './backbone.ts';
import { contextOf, type ServiceContext } from './context.ts';
import { type Demo, demoMadeEarlier, seedDemo } from './demo.ts';
import { compiler, reloading, viteServer } from './develop.ts';
import type { System, SystemOptions } from './options.ts';
import { commonEnv, SERVICES, serviceProcess, type ServiceName, type ServiceProcess } from './services.ts';

export type { System, SystemOptions } from './options.ts';

/** Starts everything and resolves when every process is ready. What was started is ended when one part fails. */
export async function startSystem(options: SystemOptions): Promise<System> {
  const { onProgress = silent, services = SERVICES } = options;
  const mediaWorkerBin = services.includes('media') ? await ensureMediasoupWorker(onProgress) : '';
  const backbone = await startBackbone(options);
  try {
    const context = await contextOf(options, backbone, mediaWorkerBin);
    const processes = await processesOf(services, options, context);
    await step(onProgress, 'services', (detail) => startAll(backbone, processes, detail));
    for (const spec of developmentTools(options, context)) backbone.supervisor.start(spec);
    return running(options, backbone, context, processes, await demoOf(options, context));
  } catch (error) {
    await stopInOrder(backbone);
    throw error;
  }
}

function processesOf(
  services: readonly ServiceName[],
  { replicas = {}, develop }: SystemOptions,
  context: ServiceContext,
): Promise<ServiceProcess[]> {
  const wanted = services.flatMap((service) =>
    Array.from({ length: replicas[service] ?? 1 }, (_, i) => [service, i] as const),
  );
  return Promise.all(
    wanted.map(async ([service, replica]) => {
      const made = await serviceProcess(service, replica, context, service === develop);
      return service === develop ? { ...made, spec: reloading(made.spec) } : made;
    }),
  );
}

function developmentTools({ develop }: SystemOptions, { gatewayPorts }: ServiceContext): ProcessSpec[] {
  if (!develop) return [];
  return [develop === 'web' ? viteServer(`http://localhost:${gatewayPorts[0]}`) : compiler(develop)];
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

async function demoOf(options: SystemOptions, context: ServiceContext): Promise<Demo | undefined> {
  const { dataDir, databaseUrl, env, onProgress = silent } = options;
  if (!options.demo || process.env.NODE_ENV === 'production') return undefined;
  // A database of the user's may be a new one each time; ours lies beside the note.
  const made = databaseUrl ? undefined : demoMadeEarlier(dataDir);
  return made ?? step(onProgress, 'demo', () => seedDemo(dataDir, { ...commonEnv(context), ...env }));
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
