import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { Context } from '../context.js';
import { Exit, exitCodes } from '../exit-codes.js';
import { TypedLines } from './typed-lines.js';

type Asking = Pick<Context, 'in' | 'err' | 'say'>;

/**
 * Asks on the terminal; what is secret is not shown while it is typed. Without a terminal it is the next line of the input.
 * @throws Exit `usage` when the input ends without an answer
 */
export async function askFor(
  { in: input, err, say }: Asking,
  question: string,
  { secret = false }: { secret?: boolean } = {},
): Promise<string> {
  const isTerminal = 'isTTY' in input && input.isTTY === true;
  const answer = isTerminal
    ? await typed({ in: input, err }, question, secret)
    : await TypedLines.of(input).next();
  if (answer !== null) return answer;
  throw new Exit(
    exitCodes.usage,
    say(
      `Đầu vào đã hết mà chưa có trả lời cho «${question.trim()}».`,
      `The input ended before "${question.trim()}".`,
    ),
  );
}

/** Null when whoever was asked closed the input. */
async function typed(
  { in: input, err }: Pick<Asking, 'in' | 'err'>,
  question: string,
  secret: boolean,
): Promise<string | null> {
  err.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input, output: secret ? silent : err, terminal: true });
  const closed = new Promise<null>((resolve) => lines.once('close', () => resolve(null)));
  try {
    return await Promise.race([lines.question(''), closed]);
  } finally {
    if (secret) err.write('\n');
    lines.close();
  }
}
