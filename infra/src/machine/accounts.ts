import { readFileSync } from 'node:fs';

export interface Account {
  name: string;
  uid: number;
  gid: number;
}

export const isRoot = process.getuid?.() === 0;

/** PostgreSQL refuses to run as root: the account it runs as then. `undefined` when we are not root. */
export function unprivilegedAccount(): Account | undefined {
  if (!isRoot) return undefined;
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n').map(parse);
  const found = ['postgres', 'nobody']
    .map((name) => accounts.find((account) => account.name === name))
    .find(Boolean);
  return found ?? { name: 'nobody', uid: 65_534, gid: 65_534 };
}

function parse(line: string): Account {
  const [name = '', , uid, gid] = line.split(':');
  return { name, uid: Number(uid), gid: Number(gid) };
}
