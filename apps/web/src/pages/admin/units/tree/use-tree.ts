import type { Unit } from '@diemcau/contracts/identity/units';
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { unitQuery } from '../../../../admin/units/unit-query';
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

/** More of the reader's own units are not opened at once. */
const mostOpened = 5;

/**
 * The tree on a date, fetched level by level as it is opened: 2,000 units are never all here at once. At first the reader's
 * own units are open.
 */
export function useTree(view: TreeView, own: readonly string[]): Tree {
  const roots = useQuery({ ...rootsQuery(view), placeholderData: keepPreviousData });
  const [opened, setOpened] = useState<ReadonlySet<string> | null>(remembered);
  const ownUnits = useQueries({
    queries: own.slice(0, mostOpened).map((unitId) => ({ ...unitQuery(unitId), enabled: opened === null })),
    combine: (found) => found.flatMap(({ data }) => data?.path ?? []),
  });
  const shown = useMemo(
    () => opened ?? new Set([...(roots.data ?? []).map(({ id }) => id), ...ownUnits]),
    [opened, roots.data, ownUnits],
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
