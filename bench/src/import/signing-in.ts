import { setTimeout as sleep } from 'node:timers/promises';
import { serveParent } from '../processes/program.ts';

export interface SignIns {
  /** Of those that were answered, in ms. */
  readonly times: readonly number[];
  readonly failures: readonly string[];
  readonly seconds: number;
}

interface Plan {
  readonly url: string;
  readonly userNames: readonly string[];
  readonly password: string;
  readonly perSecond: number;
}

let plan: Plan;
const pace = { kept: false };
let times: number[] = [];
let failures: string[] = [];
let since = 0;
let sent = 0;

async function signIn(): Promise<void> {
  const userName = plan.userNames[sent % plan.userNames.length];
  sent += 1;
  const startedAt = performance.now();
  try {
    const response = await fetch(`${plan.url}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ userName, password: plan.password }),
    });
    await response.text();
    if (response.ok) times.push(performance.now() - startedAt);
    else failures.push(String(response.status));
  } catch (error) {
    failures.push(String(error));
  }
}

/** At a steady pace, whether earlier ones were answered or not: as people come. */
async function keepSigningIn(): Promise<void> {
  const startedAt = performance.now();
  for (let n = 0; pace.kept; n++) {
    void signIn();
    await sleep(Math.max(0, startedAt + ((n + 1) * 1000) / plan.perSecond - performance.now()));
  }
}

const program = {
  start(given: Plan): void {
    plan = given;
    pace.kept = true;
    since = performance.now();
    void keepSigningIn();
  },
  /** What happened since the last time. */
  take(): SignIns {
    const taken = { times, failures, seconds: (performance.now() - since) / 1000 };
    times = [];
    failures = [];
    since = performance.now();
    return taken;
  },
  stop(): void {
    pace.kept = false;
  },
};
export type SigningIn = typeof program;

serveParent(program);
