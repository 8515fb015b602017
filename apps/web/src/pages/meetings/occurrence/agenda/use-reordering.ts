import type { AgendaItem } from '@diemcau/contracts/meetings/agenda';
import { useQueryClient } from '@tanstack/react-query';
import { type RefObject, useLayoutEffect, useRef } from 'react';
import { useAct } from '../../../../admin/forms/use-act';
import { notify } from '../../../../admin/notices/notices';
import { meetingsKey } from '../queries';
import { agendaQuery, orderItems } from './queries';
import { reordered } from './reordered';
import { useTexts } from './texts';

export type Direction = 'up' | 'down';

/**
 * Points one up or down. They move at once and the focus stays with them, so that the keyboard moves them on; what the
 * server has is fetched after each move, also after one that it refused.
 */
export function useReordering(
  occurrenceId: string,
  items: readonly AgendaItem[],
  list: RefObject<HTMLOListElement | null>,
) {
  const t = useTexts();
  const client = useQueryClient();
  const { queryKey } = agendaQuery(occurrenceId);
  const focused = useRef<{ itemId: string; direction: Direction } | null>(null);
  const act = useAct(
    (itemIds: string[]) =>
      orderItems({ occurrenceId, itemIds }).catch((error: unknown) => {
        void client.invalidateQueries({ queryKey });
        throw error;
      }),
    { changes: [meetingsKey] },
  );
  useLayoutEffect(() => {
    if (focused.current === null) return;
    const { itemId, direction } = focused.current;
    const buttons = list.current?.querySelectorAll<HTMLButtonElement>(`[data-moves="${itemId}"]`) ?? [];
    const [same, other] = [...buttons].sort((one) => (one.dataset['direction'] === direction ? -1 : 1));
    (same?.disabled ? other : same)?.focus();
    focused.current = null;
  }, [items, list]);
  const move = (item: AgendaItem, direction: Direction): void => {
    const after = reordered(items, item.id, direction === 'up' ? -1 : 1);
    focused.current = { itemId: item.id, direction };
    client.setQueryData(queryKey, (agenda) => agenda && { ...agenda, items: after });
    const n = after.findIndex(({ id }) => id === item.id) + 1;
    notify('done', t('moved', { title: item.title, n }));
    act.mutate(after.map(({ id }) => id));
  };
  return { move, error: act.error };
}
