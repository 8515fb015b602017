import { hash, verify } from '@node-rs/argon2';

/** OWASP's first choice for argon2id: 19 MiB, 2 passes, 1 lane; some 20 ms of one core. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash of nobody's password, of the same cost as a real one. */
let nobodys: Promise<string> | undefined;

/** argon2id (the library's default kind) in PHC form, with a salt of its own. */
export const hashPassword = (password: string): Promise<string> => hash(password, cost);

/** The work is the same whether there is an account or not, so the time tells nothing about which names exist. */
export async function isPasswordRight(password: string, stored: string | null): Promise<boolean> {
  nobodys ??= hashPassword('');
  const right = await verify(stored ?? (await nobodys), password);
  return right && stored !== null;
}
