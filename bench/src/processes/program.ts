import { inspect } from 'node:util';

/** What a child process can be asked for: names with what they take and what they answer, all plain JSON. */
export type Program = Record<string, (input: never) => unknown>;

export interface Question {
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
}
export type Reply =
  { readonly id: number; readonly answer: unknown } | { readonly id: number; readonly error: string };

/** Answers the parent's questions until it goes away. */
export function serveParent(program: Program): void {
  process.on('message', ({ id, name, input }: Question) => {
    void answer(program, name, input).then(
      (answer) => process.send?.({ id, answer } satisfies Reply),
      (error: unknown) =>
        process.send?.({
          id,
          error: inspect(error),
        } satisfies Reply),
    );
  });
  process.on('disconnect', () => process.exit());
}

async function answer(program: Program, name: string, input: unknown): Promise<unknown> {
  const method = program[name] as ((input: unknown) => unknown) | undefined;
  if (!method) throw new Error(`this program knows no ${name}`);
  return method(input);
}
