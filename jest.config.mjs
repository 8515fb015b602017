// One jest run for the whole house: `npm test`, or `pnpm jest apps/meetings` for one folder.
const folders = '{src,test}/**/*.test.ts';

export default {
  testMatch: [
    `<rootDir>/apps/*/${folders}`,
    `<rootDir>/libs/*/${folders}`,
    '<rootDir>/infra/**/*.test.ts',
    '<rootDir>/bench/**/*.test.ts',
  ],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/package.json'],
  testEnvironment: 'node',
  // The tests start real servers; what must be fast says so in its own assertion.
  testTimeout: 60_000,
  // Every file starts its own servers and waits for them: two together, even on two cores, take half as long.
  maxWorkers: '100%',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          // Nest finds what to inject by the metadata of the constructor; TypeORM needs fields assigned, not defined.
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          keepClassNames: true,
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
};
