import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type ListSearch, type Patch, useAddressState, useOwnState } from './list-search';

export interface ListPage<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
  readonly total?: number;
}

/** What goes to the server; the filters are in {@link ListOptions.fetch}'s second argument. */
export interface PageAsk {
  readonly limit: number;
  readonly cursor?: string;
  readonly q?: string;
}

export interface ListOptions<T> {
  /** Begins with `admin` and the kind: `['admin', 'people']`, so that changes can invalidate it. */
  readonly key: readonly unknown[];
  readonly fetch: (page: PageAsk, filters: ListSearch) => Promise<ListPage<T>>;
  /** Names of the filters; each is a text in the address. */
  readonly filters?: readonly string[];
  readonly pageSize?: number;
  /** False for a list that is not the page's main one: its state then stays out of the address. */
  readonly inAddress?: boolean;
  /** While this holds of what is shown, it is looked at again every so often: something is under way. */
  readonly unfinished?: (rows: readonly T[]) => boolean;
  /** How often; every two seconds unless told. */
  readonly everyMs?: number;
}

export interface List<T> {
  readonly rows: readonly T[];
  readonly total: number | null;
  readonly loading: boolean;
  readonly refreshing: boolean;
  readonly error: unknown;
  readonly refetch: () => void;
  readonly state: ListSearch;
  /** Changes words, filters (`q` and those named) or `sort`; goes back to the first page. */
  readonly patch: Patch;
  readonly filtered: boolean;
  /** Takes words and filters away; what else is in the address stays. */
  readonly clear: () => void;
  /** Position of the first row, from 1. */
  readonly from: number;
  readonly next: (() => void) | null;
  readonly previous: (() => void) | null;
  /** Every row that the filters let through, page after page, for exports. */
  readonly all: () => AsyncGenerator<T>;
}

/**
 * A list of the REST interface: words, filters, sorting, pages, with everything but the page in the address. Goes into
 * {@link DataTable} and {@link ListTools}: `const list = useList({ key: ['admin', 'people'], filters: ['state'], fetch:
 * (page, { state }) => body(rest.GET('/api/v1/users', { params: { query: { ...page, state } } })) })`.
 */
export function useList<T>({
  key,
  fetch,
  filters = [],
  pageSize = 50,
  inAddress = true,
  unfinished = () => false,
  everyMs = 2000,
}: ListOptions<T>): List<T> {
  const address = useAddressState();
  const own = useOwnState();
  const [state, patchState] = inAddress ? address : own;
  const names = [...filters, 'sort'];
  const chosen: ListSearch = Object.fromEntries(
    names.flatMap((name) => (state[name] ? [[name, state[name]]] : [])),
  );
  const words = state['q'] ? { q: state['q'] } : {};
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const cursor = cursors.at(-1);
  const query = useQuery({
    queryKey: [...key, pageSize, chosen, words, cursor ?? null],
    queryFn: () => fetch({ limit: pageSize, ...words, ...(cursor && { cursor }) }, chosen),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) => (data && unfinished(data.items) ? everyMs : false),
  });
  const patch: Patch = (changes) => {
    setCursors([]);
    patchState(changes);
  };
  const nextCursor = query.data?.nextCursor;
  return {
    rows: query.data?.items ?? [],
    total: query.data?.total ?? null,
    loading: query.isPending,
    refreshing: query.isPlaceholderData,
    error: query.error,
    refetch: () => void query.refetch(),
    state,
    patch,
    filtered: Boolean(words.q) || filters.some((name) => chosen[name]),
    clear: () => patch(Object.fromEntries(['q', ...filters].map((name) => [name, undefined]))),
    from: cursors.length * pageSize + 1,
    next: nextCursor ? () => setCursors((before) => [...before, nextCursor]) : null,
    previous: cursors.length > 0 ? () => setCursors((before) => before.slice(0, -1)) : null,
    all: async function* () {
      let at: string | null | undefined;
      do {
        const page: ListPage<T> = await fetch({ limit: 200, ...words, ...(at && { cursor: at }) }, chosen);
        yield* page.items;
        at = page.nextCursor;
      } while (at);
    },
  };
}
