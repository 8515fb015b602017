// Who may know whom: the seven rules of docs/architecture.md. Run them alone with `npm test -- boundaries`.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const HOUSE = '^(apps|libs|infra|bench)/';
const TESTS = '\\.test\\.tsx?$|^apps/[^/]+/(test|e2e|scripts)/|^(apps/[^/]+|libs/[^/]+|infra)/test/';

/** Pure files are those with a table of cases beside them: `occurrences.ts` with `occurrences.test.ts`. */
function pureFiles() {
  return readdirSync('apps')
    .map((app) => join('apps', app, 'src'))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((file) => join(folder, String(file))))
    .filter((file) => /\/[^/.]+\.test\.ts$/.test(file))
    .map((file) => `^${file.replace(/\.test\.ts$/, '')}\\.ts$`);
}

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: '1-apps-never-import-another-app',
      comment: 'Services talk over NATS by their contracts.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: '2-contracts-import-nothing-of-ours',
      severity: 'error',
      from: { path: '^libs/contracts/' },
      to: { path: HOUSE, pathNot: '^libs/contracts/' },
    },
    {
      name: '2-service-and-client-stand-on-contracts-only',
      severity: 'error',
      from: { path: '^libs/(service|client)/', pathNot: TESTS },
      to: { path: HOUSE, pathNot: '^libs/(contracts|$1)/' },
    },
    {
      name: '2-testing-is-for-tests-and-benches',
      severity: 'error',
      from: { path: HOUSE, pathNot: `${TESTS}|^bench/|^libs/testing/` },
      to: { path: '^libs/testing/' },
    },
    {
      name: '2-infra-starts-the-house-but-does-not-know-it',
      severity: 'error',
      from: { path: '^infra/' },
      to: { path: '^(apps|libs|bench)/' },
    },
    {
      name: '3-web-knows-contracts-by-type-only',
      comment:
        'class-validator and Nest must not end up in the browser. The rules of the room and of a check are pure and may.',
      severity: 'error',
      from: { path: '^apps/web/src/' },
      to: {
        path: '^libs/contracts/',
        pathNot:
          '^libs/contracts/dist/(media/room-state|meetings/(vital-parts|check-limits|check-advice))\\.',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: '4-features-meet-only-through-their-services',
      comment:
        'A feature that needs another asks its service; types alone bind nothing, nor does arithmetic with dates. Programs that fill an empty database run without services.',
      severity: 'error',
      from: {
        path: '^apps/(identity|meetings|media)/src/([^/]+)/',
        pathNot: `${TESTS}|^apps/[^/]+/src/(demo|first-admin|merge-province)/`,
      },
      to: {
        path: '^apps/$1/src/[^/]+/',
        pathNot: '^apps/$1/src/($2|migrations|recurrence)/|\\.service\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: '4-no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: '5-pure-files-stay-pure',
      comment: 'Decisions are tested as tables, without Nest and without a database.',
      severity: 'error',
      from: { path: pureFiles() },
      to: { path: 'node_modules/(@nestjs|typeorm)/' },
    },
    {
      name: '6-only-the-sfu-knows-mediasoup',
      severity: 'error',
      from: { path: HOUSE, pathNot: '^apps/media/(src/sfu|test)/|^bench/' },
      to: { path: 'node_modules/mediasoup/' },
    },
    {
      name: '7-no-barrels',
      comment: 'package.json says what a package exports, path by path.',
      severity: 'error',
      from: {},
      to: { path: '^(apps|libs|infra|bench)/.*/index\\.tsx?$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules|/dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs'],
    },
  },
};
