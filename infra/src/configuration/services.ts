import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from '../machine/folders.ts';
import { type ConfigClass, configClassesBelow, type Variable } from './declared.ts';

/** A service, and every config class it reads at boot: the common ones and its own. */
export interface ServiceConfiguration {
  service: string;
  common: ConfigClass[];
  own: ConfigClass[];
}

/** The services of the house: what has a `main.ts` and reads its configuration. */
export function serviceConfigurations(): ServiceConfiguration[] {
  const common = configClassesBelow('libs/service/src');
  return readdirSync(join(projectDir, 'apps'))
    .sort()
    .filter((service) => existsSync(join(projectDir, 'apps', service, 'src', 'main.ts')))
    .map((service) => ({
      service,
      common: common.filter(({ name }) => name !== 'DatabaseConfig' || hasDatabase(service)),
      own: configClassesBelow(`apps/${service}/src`),
    }));
}

/** The names a service reads, those that are no business of a config class included. */
export function variablesOf(service: string): string[] {
  const others = ['NODE_ENV', ...(service === 'media' ? ['MEDIASOUP_WORKER_BIN'] : [])];
  return [...declaredBy(service).map(({ name }) => name), ...others];
}

/** The names without which a service does not start. */
export function requiredVariablesOf(service: string): string[] {
  return declaredBy(service).flatMap(({ name, fallback }) => (fallback === undefined ? [name] : []));
}

function declaredBy(service: string): Variable[] {
  const found = serviceConfigurations().find((one) => one.service === service);
  if (!found) throw new Error(`there is no service ${service}`);
  return [...found.common, ...found.own].flatMap(({ variables }) => variables);
}

function hasDatabase(service: string): boolean {
  const module = join(projectDir, 'apps', service, 'src', `${service}.module.ts`);
  return readFileSync(module, 'utf8').includes('DatabaseModule');
}
