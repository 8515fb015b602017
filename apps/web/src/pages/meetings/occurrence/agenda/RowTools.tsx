import type { AgendaItem } from '@diemcau/contracts/meetings/agenda';
import { ActionIcon } from '@mantine/core';
import IconArrowDown from '@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs';
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import classes from '../occurrence.module.css';
import { useTexts } from './texts';
import type { Direction } from './use-reordering';

interface Props {
  readonly item: AgendaItem;
  readonly of: number;
  readonly onMove: (item: AgendaItem, direction: Direction) => void;
  readonly onAsk: (what: 'change' | 'remove') => void;
}

/** For who writes the agenda: up, down, change, remove. */
export function RowTools({ item, of, onMove, onAsk }: Props) {
  const t = useTexts();
  const { title, position } = item;
  const tool = { variant: 'subtle', color: 'gray', size: 'lg' } as const;
  const moving = (direction: Direction) => ({
    ...tool,
    'data-moves': item.id,
    'data-direction': direction,
    'aria-label': t(direction, { title }),
    onClick: () => onMove(item, direction),
  });
  return (
    <span className={classes.tools}>
      <ActionIcon {...moving('up')} disabled={position === 1}>
        <IconArrowUp size={20} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon {...moving('down')} disabled={position === of}>
        <IconArrowDown size={20} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon {...tool} aria-label={t('changeOf', { title })} onClick={() => onAsk('change')}>
        <IconPencil size={20} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon {...tool} aria-label={t('removeOf', { title })} onClick={() => onAsk('remove')}>
        <IconTrash size={20} aria-hidden="true" />
      </ActionIcon>
    </span>
  );
}
