import { join } from 'node:path';
import { projectDir } from '../machine/folders.ts';
import type { ProcessSpec } from '../processes/managed-process.ts';
import { SERVICES, type ServiceName } from './services.ts';

/** What can be worked on while the rest runs as usual. */
export const DEVELOPABLE = [...SERVICES, 'web'] as const;
export type Develop = (typeof DEVELOPABLE)[number];

/** A service in the terminal, started again by Node whenever what it imports was compiled anew. */
export function reloading(spec: ProcessSpec): ProcessSpec {
  return {
    ...spec,
    args: ['--watch', '--watch-preserve-output', ...spec.args],
    // Nobody waits for what the old one has still to do, only for the new one.
    env: { ...spec.env, DRAIN_MS: '0' },
    output: 'terminal',
    graceMs: 5000,
  };
}

/** Compiles a service whenever one of its sources is saved. */
export function compiler(service: ServiceName): ProcessSpec {
  const folder = join(projectDir, 'apps', service);
  const tsc = join(folder, 'node_modules', 'typescript', 'bin', 'tsc');
  return {
    name: `${service}-compiler`,
    command: process.execPath,
    args: [tsc, '-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput'],
    cwd: folder,
    output: 'terminal',
  };
}

/** Vite's own server with hot reload, in front of the gateway. */
export function viteServer(gatewayUrl: string): ProcessSpec {
  return {
    name: 'vite',
    command: 'npm',
    args: ['run', '--silent', 'dev'],
    cwd: join(projectDir, 'apps', 'web'),
    env: { DIEMCAU_GATEWAY: gatewayUrl },
    output: 'terminal',
  };
}
