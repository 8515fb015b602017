import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDataDir } from '../machine/folders.ts';
import { freePorts, LOOPBACK } from '../machine/ports.ts';
import type { ProcessSpec } from '../processes/managed-process.ts';
import { natsBinary } from './binary.ts';

const USER = 'diemcau';

export interface NatsOptions {
  /** JetStream's files and the configuration lie in its folder `nats`. */
  dataDir: string;
  password: string;
  /** TCP port on 127.0.0.1. Default: a free one. */
  port?: number;
}

export interface Nats {
  /** Holds the user and the password; clients of NATS must be given them apart from the address. */
  url: string;
  /** Answers 200 once JetStream works. */
  healthUrl: string;
  spec: ProcessSpec;
}

/** Everything needed to run nats-server with JetStream, reachable from this machine only. */
export async function prepareNats({ dataDir, password, port }: NatsOptions): Promise<Nats> {
  makeDataDir(dataDir);
  const binary = natsBinary();
  const [freePort = 0, monitorPort = 0] = await freePorts(2);
  const clientPort = port ?? freePort;
  const home = join(dataDir, 'nats');
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const config = join(home, 'nats.conf');
  // A file, not arguments: every account of the machine can read a command line.
  writeFileSync(config, configuration({ clientPort, monitorPort, home, password }), { mode: 0o600 });
  return {
    url: `nats://${USER}:${password}@${LOOPBACK}:${clientPort}`,
    healthUrl: `http://${LOOPBACK}:${monitorPort}/healthz?js-enabled=true`,
    spec: { name: 'nats', command: binary, args: ['-c', config] },
  };
}

function configuration(of: {
  clientPort: number;
  monitorPort: number;
  home: string;
  password: string;
}): string {
  return `server_name: diemcau
host: ${LOOPBACK}
port: ${of.clientPort}
http: "${LOOPBACK}:${of.monitorPort}"
max_payload: 4MB
jetstream { store_dir: ${JSON.stringify(of.home)}, max_memory_store: 256MB, max_file_store: 10GB }
authorization { user: ${USER}, password: ${JSON.stringify(of.password)} }
`;
}
