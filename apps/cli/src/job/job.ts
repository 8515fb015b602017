import type { Rest } from '@diemcau/client/rest';
import type { Command } from 'commander';
import type { Context } from '../context.js';
import type { AskedOnes, Given, None } from './asked.js';
import { addCommand, type Taking } from './command.js';
import { print, type Printed } from './print.js';

/** A command: what it takes, what it does with it, how that is shown. */
export type Job<Args extends AskedOnes, Options extends AskedOnes, Answer> = Taking<Args, Options> & {
  readonly name: string;
  readonly run: (rest: Rest, given: Given<Args & Options>, context: Context) => Promise<Answer>;
} & Printed<Answer>;

/** Adds a command. */
export function job<Answer, Args extends AskedOnes = None, Options extends AskedOnes = None>(
  parent: Command,
  context: Context,
  work: Job<Args, Options, Answer>,
): void {
  addCommand(parent, context, work.name, work, async (given) => {
    const answer = await work.run(await context.rest(), given as Given<Args & Options>, context);
    print(context, answer, work);
  });
}
