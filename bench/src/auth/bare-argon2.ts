import { hash, verify } from '@node-rs/argon2';
import { serveParent } from '../processes/program.ts';

/** The setting that passwords are kept with; `apps/identity/src/users/passwords.service.ts`. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Bare argon2id, as many at a time as sign-ins are under way. */
async function verifying({ atATime, forMs }: { atATime: number; forMs: number }) {
  const known = await hash('Mật khẩu thử 1', cost);
  const startedAt = performance.now();
  let done = 0;
  const one = async (): Promise<void> => {
    while (performance.now() - startedAt < forMs) {
      await verify(known, 'Mật khẩu thử 1');
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: atATime }, one));
  return { done, seconds: (performance.now() - startedAt) / 1000, setting: known.slice(0, 30) };
}

const program = { verifying };
export type BareArgon2 = typeof program;
serveParent(program);
