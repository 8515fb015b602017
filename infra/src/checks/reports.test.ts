import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sum } from './outcome.ts';
import { jestOutcome, playwrightOutcome } from './reports.ts';

describe('The last line of npm test', () => {
  const folder = mkdtempSync(join(tmpdir(), 'diemcau-reports-'));
  const file = join(folder, 'report.json');
  const write = (report: object): void => writeFileSync(file, JSON.stringify(report));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('counts a file that does not load as a failure', () => {
    write({ numPassedTests: 5, numFailedTests: 1, numRuntimeErrorTestSuites: 2 });
    expect(jestOutcome(file, 1)).toEqual({ passed: 5, failed: 3 });
  });

  test('counts a journey that passed at the second try as passed', () => {
    write({ stats: { expected: 3, unexpected: 0, flaky: 1, skipped: 1 }, errors: [] });
    expect(playwrightOutcome(file, 0)).toEqual({ passed: 4, failed: 0 });
  });

  test('never calls a crashed runner a success', () => {
    expect(jestOutcome(join(folder, 'none.json'), 1)).toEqual({ passed: 0, failed: 1 });
  });

  test('adds the runners up', () => {
    const all = [
      { passed: 5, failed: 0 },
      { passed: 2, failed: 1 },
    ];
    expect(sum(all)).toEqual({ passed: 7, failed: 1 });
  });
});
