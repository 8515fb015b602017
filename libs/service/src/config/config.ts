import 'reflect-metadata';

type Parse<T> = (text: string) => T;

interface Variable<T> {
  readonly name: string;
  readonly parse: Parse<T>;
  /** What a right value looks like. */
  readonly example: string;
  /** Used when the variable is not set; without one it must be set. Secrets have none. */
  readonly fallback?: T;
}

/** A variable's value is wrong; the message says which, why, and shows an example. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const declared = new WeakMap<object, Map<string, Variable<unknown>>>();

function env<T>(variable: Variable<T>): PropertyDecorator {
  return (target, property) => {
    const variables = declared.get(target) ?? new Map<string, Variable<unknown>>();
    declared.set(target, variables.set(String(property), variable));
  };
}

interface Common<T> {
  readonly example: string;
  readonly fallback?: T;
}

export const EnvText = (
  name: string,
  { min = 1, max = 2000, ...rest }: { min?: number; max?: number } & Common<string>,
) =>
  env<string>({
    name,
    ...rest,
    parse: (text) => {
      if (text.length < min || text.length > max) throw new ConfigError(`must have ${min}–${max} characters`);
      return text;
    },
  });

export const EnvInt = (name: string, { min, max, ...rest }: { min: number; max: number } & Common<number>) =>
  env<number>({
    name,
    ...rest,
    parse: (text) => {
      const value = Number(text);
      if (!/^-?\d+$/.test(text) || value < min || value > max) {
        throw new ConfigError(`must be a whole number from ${min} to ${max}`);
      }
      return value;
    },
  });

export const EnvFlag = (name: string, rest: Common<boolean>) =>
  env<boolean>({
    name,
    ...rest,
    parse: (text) => {
      if (text !== 'true' && text !== 'false') throw new ConfigError('must be true or false');
      return text === 'true';
    },
  });

export const EnvOneOf = <const T extends string>(name: string, values: readonly T[], rest: Common<T>) =>
  env<T>({
    name,
    ...rest,
    parse: (text) => {
      const value = values.find((known) => known === text);
      if (!value) throw new ConfigError(`must be one of ${values.join(', ')}`);
      return value;
    },
  });

/** Comma-separated; empty means none. */
export const EnvList = (name: string, rest: Common<readonly string[]>) =>
  env<readonly string[]>({
    name,
    ...rest,
    parse: (text) =>
      text
        .split(',')
        .map((item) => item.trim())
        .filter((item) => item !== ''),
  });

export const EnvUrl = (name: string, protocols: readonly string[], rest: Common<string>) =>
  env<string>({
    name,
    ...rest,
    parse: (text) => {
      const protocol = URL.canParse(text) ? new URL(text).protocol.replace(':', '') : '';
      if (!protocols.includes(protocol))
        throw new ConfigError(`must be a URL starting with ${protocols.join(':// or ')}://`);
      return text;
    },
  });

function variablesOf(prototype: object | null): [string, Variable<unknown>][] {
  if (prototype === null) return [];
  return [...variablesOf(Object.getPrototypeOf(prototype)), ...(declared.get(prototype) ?? [])];
}

/**
 * Reads a config class from the environment. An empty variable counts as not set.
 * @throws ConfigError naming every faulty variable at once
 */
export function loadConfig<T extends object>(
  config: new () => T,
  environment: NodeJS.ProcessEnv = process.env,
): T {
  const values: Record<string, unknown> = {};
  const faults: string[] = [];
  for (const [property, variable] of variablesOf(config.prototype)) {
    const text = environment[variable.name];
    const example = `Example: ${variable.name}=${variable.example}`;
    if (text === undefined || text === '') {
      if (variable.fallback === undefined) faults.push(`${variable.name} is not set. ${example}`);
      values[property] = variable.fallback;
      continue;
    }
    try {
      values[property] = variable.parse(text);
    } catch (error) {
      // The value itself is left out: it may be a secret.
      faults.push(`${variable.name} ${error instanceof Error ? error.message : String(error)}. ${example}`);
    }
  }
  if (faults.length > 0) throw new ConfigError(`Configuration is not usable:\n  ${faults.join('\n  ')}`);
  return Object.assign(new config(), values);
}
