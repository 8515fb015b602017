import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Context } from '../context.js';
import { Exit, exitCodes } from '../exit-codes.js';
import type { Words } from '../language.js';
import type { Asked, AskedOnes } from './asked.js';

/** What a command is for and what it takes. */
export interface Taking<Args extends AskedOnes, Options extends AskedOnes> {
  readonly about: Words;
  /** In their order. */
  readonly args?: Args;
  readonly options?: Options;
  /** Cannot be taken back and has no reason to write down: wants `--yes`. */
  readonly grave?: boolean;
}

/** Adds a command that is given what was typed, already understood. */
export function addCommand(
  parent: Command,
  context: Context,
  name: string,
  { about, args = {}, options = {}, grave = false }: Taking<AskedOnes, AskedOnes>,
  act: (given: Readonly<Record<string, unknown>>) => Promise<void>,
): void {
  const { say } = context;
  const command = parent.command(name).description(say(...about));
  for (const one of Object.values(args)) command.argument(argumentOf(one), say(...one.about));
  for (const one of Object.values(options)) command.addOption(optionOf(one, context));
  if (grave) command.option('--yes', say('làm thật, không đảo lại được', 'yes: it cannot be taken back'));
  command.action(async () => {
    if (grave && command.getOptionValue('yes') !== true) throw unconfirmed(context);
    const given: Record<string, unknown> = {};
    for (const [index, [key, one]] of Object.entries(args).entries()) {
      await take(context, given, key, one, command.processedArgs[index]);
    }
    for (const [key, one] of Object.entries(options)) {
      await take(context, given, key, one, command.getOptionValue(optionOf(one, context).attributeName()));
    }
    await act(given);
  });
}

const argumentOf = ({ flags, must, many }: Asked): string => {
  const name = `${flags}${many ? '...' : ''}`;
  return must ? `<${name}>` : `[${name}]`;
};

function optionOf({ flags, about, must }: Asked, { say }: Context): Option {
  const option = new Option(flags, say(...about)).makeOptionMandatory(must);
  return option.required ? option.argParser((typed, before: string[] = []) => [...before, typed]) : option;
}

async function take(
  context: Context,
  given: Record<string, unknown>,
  name: string,
  one: Asked,
  typed: unknown,
): Promise<void> {
  if (typed === undefined) return;
  const texts = [typed].flat().filter((text): text is string => typeof text === 'string');
  try {
    given[name] = await one.take(context, texts);
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error;
    throw new Exit(exitCodes.usage, `${one.flags}: ${error.message}`);
  }
}

const unconfirmed = ({ say }: Context): Exit =>
  new Exit(
    exitCodes.usage,
    say(
      'Việc này không đảo lại được; chắc chắn thì thêm --yes.',
      'This cannot be taken back; if sure, add --yes.',
    ),
  );
