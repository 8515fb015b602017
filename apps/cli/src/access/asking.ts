import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { Surroundings } from '../context.js';

/** Asks on the terminal; what is secret is not shown while it is typed. Without a terminal it is the next line of the input. */
export async function askFor(
  { in: input, err }: Surroundings,
  question: string,
  { secret = false }: { secret?: boolean } = {},
): Promise<string> {
  const isTerminal = 'isTTY' in input && input.isTTY === true;
  if (isTerminal) err.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input, output: secret ? silent : err, terminal: isTerminal });
  try {
    const answer = await lines.question('');
    if (isTerminal && secret) err.write('\n');
    return answer;
  } finally {
    lines.close();
  }
}
