import { Problem } from '@diemcau/client/problem';
import { createRest, type Rest } from '@diemcau/client/rest';
import { CommanderError } from 'commander';
import { type Access, accessOf } from './access/access.js';
import type { Context, Format, Surroundings } from './context.js';
import { type ExitCode, exitCodeOf, exitCodes } from './exit-codes.js';
import { languageOf, sayIn } from './language.js';
import { programOf } from './program.js';

/** One call of the command line. @param args without node and the program */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const language = languageOf(surroundings.env);
  const say = sayIn(language);
  let format = 'text' as Format;
  let asked: Promise<Access> | undefined;
  const access = (): Promise<Access> => (asked ??= accessOf(surroundings.env, language, say));
  const rest = async (): Promise<Rest> => {
    const { url, auth } = await access();
    return createRest({ baseUrl: url, auth, language: () => language });
  };
  const context: Context = { ...surroundings, language, say, access, rest, format: () => format };
  try {
    await programOf(context, (wanted) => (format = wanted)).parseAsync([...args], { from: 'user' });
    return exitCodes.done;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    surroundings.err.write(
      `${format === 'json' ? JSON.stringify(problemOf(error)) : messageOf(error, context)}\n`,
    );
    return exitCodeOf(error);
  }
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function problemOf(error: unknown): object {
  if (!(error instanceof Problem)) return { code: 'client.failed', title: textOf(error) };
  const { code, status, title, errors, details, requestId } = error;
  return { code, status, title, errors, details, requestId };
}

function messageOf(error: unknown, { say }: Context): string {
  if (!(error instanceof Problem)) return textOf(error);
  if (error.status === 0) {
    return say('Không kết nối được; kiểm tra DIEMCAU_URL.', 'Nobody answers; is DIEMCAU_URL right?');
  }
  const faults = error.errors.map(({ path, code }) => `  ${path}: ${code}`);
  const request = error.requestId === null ? '' : ` (${error.requestId})`;
  return [`${error.title || error.code}${request}`, ...faults].join('\n');
}
