import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from '../src/machine/folders.ts';

interface Declared {
  /** `lobbyErrors`: what code refers to. */
  readonly constant: string;
  readonly feature: string;
  readonly names: readonly string[];
}

const sourcesBelow = (...folders: string[]): string[] =>
  folders.flatMap((folder) =>
    readdirSync(join(projectDir, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => readFileSync(join(projectDir, folder, file), 'utf8')),
  );

/** `@throws` names failures, too, and proves nothing. */
const withoutComments = (text: string): string =>
  text.replace(/\/\*.*?\*\//gs, '').replace(/(^|\s)\/\/.*$/gm, '$1');

const contracts = sourcesBelow('libs/contracts/src').map(withoutComments);
const services = ['gateway', 'identity', 'media', 'meetings'].map((name) => `apps/${name}/src`);
const code = [...contracts, ...sourcesBelow('libs/service/src', ...services).map(withoutComments)];

const declared: readonly Declared[] = contracts.flatMap((text) =>
  [...text.matchAll(/^export const (\w+) = failures\('(\w+)', \{\n(.*?)^\}\);$/gms)].map(
    ([, constant = '', feature = '', body = '']) => ({
      constant,
      feature,
      names: [...body.matchAll(/^ {2}(\w+): \{/gm)].map(([, name = '']) => name),
    }),
  ),
);

/** `lobbyErrors.notWaiting`, taken as a whole: asking whether it was this one, or for its code, throws nothing. */
const taken = new Set(
  code.flatMap((text) =>
    [...text.matchAll(/(?<!\.is\()\b\w+\.\w+\b(?!\.(?:code|status)\b)/g)].map(([reference]) => reference),
  ),
);

/** `new Failure(lobbyErrors[why])`: one of those that the same file names. */
const isChosen = ({ constant }: Declared, name: string): boolean =>
  code.some((text) => text.includes(`new Failure(${constant}[`) && text.includes(`'${name}'`));

const isThrown = (one: Declared, name: string): boolean =>
  taken.has(`${one.constant}.${name}`) || isChosen(one, name);

test('every declaration of failures in the contracts is seen, each with its feature to itself', () => {
  const calls = contracts.flatMap((text) => [...text.matchAll(/= failures\(/g)]);
  expect(declared).toHaveLength(calls.length);
  expect(declared.filter(({ names }) => names.length === 0)).toEqual([]);
  expect(new Set(declared.map(({ constant }) => constant)).size).toBe(declared.length);
});

test('every failure that the contracts promise is thrown somewhere', () => {
  const unthrown = declared.flatMap((one) =>
    one.names.filter((name) => !isThrown(one, name)).map((name) => `${one.feature}.${name}`),
  );
  expect(unthrown).toEqual([]);
});
