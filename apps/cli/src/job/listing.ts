import type { Rest } from '@diemcau/client/rest';
import type { Command } from 'commander';
import type { Context } from '../context.js';
import { type Page, pages } from '../pages.js';
import type { AskedOnes, Given, None } from './asked.js';
import { addCommand, type Taking } from './command.js';
import { number } from './kinds.js';
import { type Part, print } from './print.js';

interface Listing<Args extends AskedOnes, Options extends AskedOnes, Row> extends Taking<Args, Options> {
  readonly name?: string;
  readonly page: (
    rest: Rest,
    given: Given<Args & Options>,
    page: { limit: number; cursor?: string },
  ) => Promise<Page<Row>>;
  readonly columns: readonly Part<Row>[];
}

const usual = 50;
const limit = number('-n, --limit <n>', `nhiều nhất bấy nhiêu (${usual})`, `at most so many (${usual})`);

/** Adds a command that lists what the server gives page by page; `-n` says how many. */
export function listing<Row, Args extends AskedOnes = None, Options extends AskedOnes = None>(
  parent: Command,
  context: Context,
  work: Listing<Args, Options, Row>,
): void {
  const taking = { ...work, options: { ...work.options, limit } };
  addCommand(parent, context, work.name ?? 'list', taking, async ({ limit: wanted, ...given }) => {
    const rest = await context.rest();
    const most = typeof wanted === 'number' ? wanted : usual;
    const items = await pages(most, (page) => work.page(rest, given as Given<Args & Options>, page));
    print(context, { items }, { columns: work.columns });
  });
}
