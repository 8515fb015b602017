import { createRest, type Rest } from '@diemcau/client/rest';
import { CommanderError, InvalidArgumentError } from 'commander';
import { type Access, accessOf } from './access/access.js';
import type { Context, Format, Surroundings } from './context.js';
import { type ExitCode, exitCodeOf, exitCodes } from './exit-codes.js';
import { messageOf, problemOf, understood } from './failing.js';
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
  } catch (thrown) {
    // What commander found wrong it has told by itself; what a command found in its arguments nobody has.
    if (thrown instanceof CommanderError && !(thrown instanceof InvalidArgumentError)) {
      return thrown.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    }
    const error = understood(thrown, say);
    surroundings.err.write(
      `${format === 'json' ? JSON.stringify(problemOf(error)) : messageOf(error, say)}\n`,
    );
    return exitCodeOf(error);
  }
}
