import { unprivilegedAccount } from '../machine/accounts.ts';
import { makeDataDir } from '../machine/folders.ts';
import { ensureSecrets } from '../machine/secrets.ts';
import { type Nats, prepareNats } from '../nats/nats.ts';
import { ensureDatabase, type Postgres, postgresAnswers, preparePostgres } from '../postgres/postgres.ts';
import { firstReady, readyAgain } from '../processes/readiness.ts';
import { clusterTemplate } from '../postgres/template.ts';
import { type OnCrash, Supervisor } from '../processes/supervisor.ts';
import { answersOk } from '../processes/until.ts';
import { type OnProgress, silent, step } from '../progress.ts';

export interface BackboneOptions {
  dataDir: string;
  /** An existing server is used instead of our own. */
  databaseUrl?: string | undefined;
  natsUrl?: string | undefined;
  /** False for throw-away data: PostgreSQL without fsync. Default true. */
  durable?: boolean;
  onProgress?: OnProgress;
  onCrash?: OnCrash;
}

/** PostgreSQL and NATS, running: what every service stands on. */
export interface Backbone {
  databaseUrl: string;
  natsUrl: string;
  supervisor: Supervisor;
  /** Resolves when it answers (again), with its data. */
  whenReady(name: 'postgres' | 'nats'): Promise<void>;
  stop(): Promise<void>;
}

export async function startBackbone(options: BackboneOptions): Promise<Backbone> {
  const { dataDir, onProgress = silent } = options;
  makeDataDir(dataDir);
  const supervisor = new Supervisor(dataDir, options.onCrash);
  await supervisor.takeOver();
  try {
    const template = throwAway(options) ? clusterTemplate(unprivilegedAccount()) : undefined;
    const secrets = ensureSecrets(dataDir, template?.password);
    const [databaseUrl, nats] = await Promise.all([
      options.databaseUrl ??
        step(onProgress, 'postgres', async () =>
          startPostgres(
            supervisor,
            await preparePostgres({
              ...options,
              password: secrets.databasePassword,
              // A data folder that has secrets already keeps its own password.
              template: template?.password === secrets.databasePassword ? template.folder : undefined,
            }),
          ),
        ),
      options.natsUrl
        ? { url: options.natsUrl }
        : step(onProgress, 'nats', () => startNats(supervisor, options, secrets.natsPassword)),
    ]);
    return running(supervisor, databaseUrl, nats);
  } catch (error) {
    await supervisor.stop(supervisor.names);
    throw error;
  }
}

/** Whether a database of our own is made for data that nobody keeps. */
const throwAway = ({ durable = true, databaseUrl }: BackboneOptions): boolean => !durable && !databaseUrl;

async function startPostgres(supervisor: Supervisor, { url, spec }: Postgres): Promise<string> {
  supervisor.start(spec);
  await firstReady(supervisor, 'postgres', () => postgresAnswers(url));
  await ensureDatabase(url);
  return url;
}

async function startNats(
  supervisor: Supervisor,
  { dataDir }: BackboneOptions,
  password: string,
): Promise<Nats> {
  const nats = await prepareNats({ dataDir, password });
  supervisor.start(nats.spec);
  await firstReady(supervisor, 'nats', () => answersOk(nats.healthUrl));
  return nats;
}

function running(
  supervisor: Supervisor,
  databaseUrl: string,
  nats: { url: string; healthUrl?: string },
): Backbone {
  const { healthUrl } = nats;
  return {
    databaseUrl,
    natsUrl: nats.url,
    supervisor,
    whenReady: (name) =>
      name === 'postgres'
        ? readyAgain(name, () => postgresAnswers(databaseUrl))
        : readyAgain(name, async () => !healthUrl || answersOk(healthUrl)),
    stop: async () => {
      await supervisor.stop(['nats', 'postgres']);
    },
  };
}
