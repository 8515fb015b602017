import type { Unit } from '@diemcau/contracts/identity/units';
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { childrenQuery, rootsQuery, type TreeView } from '../queries';

/** Kept while the tab lives: whoever comes back from a unit's page finds the tree as it was. */
let remembered: ReadonlySet<string> | null = null;

export interface Tree {
  readonly roots: readonly Unit[];
  /** Undefined while they are being fetched. */
  readonly childrenOf: (unitId: string) => readonly Unit[] | undefined;
  readonly isOpen: (unitId: string) => boolean;
  readonly toggle: (unitId: string) => void;
  /** Opens everything above a unit, so that it is in sight. */
  readonly reveal: (path: readonly string[]) => void;
  readonly loading: boolean;
  readonly error: unknown;
  readonly refetch: () => void;
}

/** The tree on a date, fetched level by level as it is opened: 2,000 units are never all here at once. */
export function useTree(view: TreeView): Tree {
  const roots = useQuery({ ...rootsQuery(view), placeholderData: keepPreviousData });
  const [opened, setOpened] = useState<ReadonlySet<string> | null>(remembered);
  const shown = useMemo(
    () => opened ?? new Set((roots.data ?? []).map(({ id }) => id)),
    [opened, roots.data],
  );
  const ids = [...shown];
  const levels = useQueries({
    queries: ids.map((id) => ({ ...childrenQuery(id, view), placeholderData: keepPreviousData })),
  });
  const open = (next: ReadonlySet<string>) => {
    remembered = next;
    setOpened(next);
  };
  return {
    roots: roots.data ?? [],
    childrenOf: (unitId) => levels[ids.indexOf(unitId)]?.data,
    isOpen: (unitId) => shown.has(unitId),
    toggle: (unitId) => {
      const next = new Set(shown);
      if (!next.delete(unitId)) next.add(unitId);
      open(next);
    },
    reveal: (path) => open(new Set([...shown, ...path.slice(0, -1)])),
    loading: roots.isPending,
    error: roots.error ?? levels.find(({ error }) => error)?.error ?? null,
    refetch: () => {
      void roots.refetch();
      for (const level of levels) if (level.error) void level.refetch();
    },
  };
}
