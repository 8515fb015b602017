import { ActionIcon } from '@mantine/core';
import IconArrowDown from '@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs';
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import classes from './rows.module.css';
import { useTexts } from './texts';

interface Props {
  /** What the row is called for who cannot see it. */
  readonly name: string;
  readonly first: boolean;
  readonly last: boolean;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** Up, down, away: of one row of a list whose order matters. */
export function RowButtons({ name, first, last, onMove, onRemove }: Props) {
  const t = useTexts();
  const look = { variant: 'subtle', color: 'gray', size: 'lg' } as const;
  return (
    <div className={classes.buttons}>
      <ActionIcon {...look} aria-label={t('up', { name })} disabled={first} onClick={() => onMove(-1)}>
        <IconArrowUp size={20} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon {...look} aria-label={t('down', { name })} disabled={last} onClick={() => onMove(1)}>
        <IconArrowDown size={20} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon {...look} aria-label={t('remove', { name })} onClick={onRemove}>
        <IconTrash size={20} aria-hidden="true" />
      </ActionIcon>
    </div>
  );
}
