import type { Context } from '../context.js';
import type { Words } from '../language.js';

/** An option or an argument of a command. */
export interface Asked<Value = unknown, Must extends boolean = boolean> {
  /** `--unit <unit>`, `-n, --limit <n>`; of an argument its name alone. */
  readonly flags: string;
  readonly about: Words;
  readonly must: Must;
  /** Only for an argument: takes all that follow. */
  readonly many?: boolean;
  /** @param typed once for each time it was given; none for a flag. @throws Exit, InvalidArgumentError, Problem */
  readonly take: (context: Context, typed: readonly string[]) => Value | Promise<Value>;
}

export type AskedOnes = Readonly<Record<string, Asked>>;

/** A command without arguments, or without options. */
export type None = Record<never, never>;

type ValueOf<One> = One extends Asked<infer Value> ? Value : never;
type Needed<Ones> = {
  [Name in keyof Ones]: Ones[Name] extends Asked<unknown, true> ? Name : never;
}[keyof Ones];

/** What a command gets: its options and arguments by name, without those that were not given. */
export type Given<Ones extends AskedOnes> = { readonly [Name in Needed<Ones>]: ValueOf<Ones[Name]> } & {
  readonly [Name in Exclude<keyof Ones, Needed<Ones>>]?: ValueOf<Ones[Name]>;
};

/** The command is refused without it. */
export const must = <Value>(asked: Asked<Value>): Asked<Value, true> => ({ ...asked, must: true });
