import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useState } from 'react';

/** What the console keeps in the address: words, filters, sorting, the open row. */
export interface ListSearch {
  readonly [name: string]: string | undefined;
}

/** For `validateSearch`: short texts and nothing else. */
export function listSearch(search: Record<string, unknown>): ListSearch {
  return Object.fromEntries(
    Object.entries(search).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? [[name, String(value).slice(0, 200)]]
        : [],
    ),
  );
}

export type Patch = (changes: ListSearch) => void;

/** Kept in the address: survives reloading, going back, and being sent to a colleague. Undefined removes. */
export function useAddressState(): [ListSearch, Patch] {
  // Below the console and below the workplace alike; both keep their search by {@link listSearch}.
  const search: ListSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const patch = useCallback(
    (changes: ListSearch) =>
      void navigate({
        to: '.',
        replace: true,
        search: (before: ListSearch) => without({ ...before, ...changes }),
      }),
    [navigate],
  );
  return [search, patch];
}

/** Kept in the component: for a second list on a page, for lists in drawers. */
export function useOwnState(): [ListSearch, Patch] {
  const [state, setState] = useState<ListSearch>({});
  const patch = useCallback(
    (changes: ListSearch) => setState((before) => without({ ...before, ...changes })),
    [],
  );
  return [state, patch];
}

const without = (search: ListSearch): ListSearch =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined && value !== ''));
