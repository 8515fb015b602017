import type { OnCrash } from '../processes/supervisor.ts';
import type { OnProgress } from '../progress.ts';
import type { Demo } from './demo.ts';
import type { Develop } from './develop.ts';
import type { ServiceName } from './services.ts';

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
  /** Is reloaded when its sources change, its output in our terminal. */
  develop?: Develop | undefined;
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
