import type { Command } from 'commander';
import { join } from 'node:path';
import { sayIn, type Language } from './language.js';
import { programOf } from './program.js';

export const languages: readonly Language[] = ['vi', 'en'];

export const guideFile = (language: Language): string =>
  join(import.meta.dirname, '../../../docs', language, 'command-line.md');

/** The program to be read, never run. */
export function programIn(language: Language): Command {
  const notRun = () => Promise.reject(new Error('not run'));
  const { stdout: out, stderr: err, stdin } = process;
  return programOf(
    {
      env: {},
      out,
      err,
      in: stdin,
      language,
      say: sayIn(language),
      access: notRun,
      rest: notRun,
      format: () => 'text',
    },
    () => undefined,
  );
}
