/** What one step of `npm test` found. Steps that run no tests count as nothing passed, and one failed if so. */
export interface Outcome {
  passed: number;
  failed: number;
}

export interface Step {
  /** Also what follows `npm test -- ` to run it alone. */
  name: string;
  title: string;
  run(args: string[]): Promise<Outcome>;
}

export function fromExitCode(code: number): Outcome {
  return { passed: 0, failed: code === 0 ? 0 : 1 };
}

export function sum(outcomes: Outcome[]): Outcome {
  return {
    passed: outcomes.reduce((total, { passed }) => total + passed, 0),
    failed: outcomes.reduce((total, { failed }) => total + failed, 0),
  };
}
