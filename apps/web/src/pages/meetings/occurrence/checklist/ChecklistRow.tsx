import type { PreparationItem } from '@diemcau/contracts/meetings/checklists';
import { ActionIcon, Checkbox } from '@mantine/core';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import { formatInstant } from '../../../../admin/dates/format';
import { StateChip } from '../../../../admin/parts/StateChip';
import classes from '../occurrence.module.css';
import { useTexts } from './texts';

const hoursOfADay = 24;

interface Props {
  readonly item: PreparationItem;
  /** As it was just ticked, before the server says so. */
  readonly done: boolean;
  readonly marks: boolean;
  readonly writes: boolean;
  readonly onMark: (done: boolean) => void;
  readonly onAsk: (what: 'change' | 'remove') => void;
}

/** One item: ticked by who owes it, kept by officers. */
export function ChecklistRow({ item, done, marks, writes, onMark, onAsk }: Props) {
  const t = useTexts();
  const { title, doneAt, dueAt } = item;
  const time =
    doneAt === null ? t('due', { at: formatInstant(dueAt) }) : t('doneAt', { at: formatInstant(doneAt) });
  const tool = { variant: 'subtle', color: 'gray', size: 'lg' } as const;
  return (
    <li className={classes.row}>
      <Checkbox
        className={classes.grow ?? ''}
        classNames={{ label: classes.tickLabel ?? '' }}
        label={title}
        description={`${useOwner(item)} · ${time}`}
        checked={done}
        disabled={!marks}
        onChange={(event) => onMark(event.currentTarget.checked)}
      />
      <Lateness item={item} />
      {writes && (
        <span className={classes.tools}>
          <ActionIcon {...tool} aria-label={t('changeOf', { title })} onClick={() => onAsk('change')}>
            <IconPencil size={20} aria-hidden="true" />
          </ActionIcon>
          <ActionIcon {...tool} aria-label={t('removeOf', { title })} onClick={() => onAsk('remove')}>
            <IconTrash size={20} aria-hidden="true" />
          </ActionIcon>
        </span>
      )}
    </li>
  );
}

function Lateness({ item: { late, lateMin, doneAt } }: { item: PreparationItem }) {
  const t = useTexts();
  if (!late) return null;
  if (doneAt !== null) return <StateChip tone="warning">{t('doneLate')}</StateChip>;
  const hours = Math.ceil(lateMin / 60);
  const words =
    hours < 2 * hoursOfADay
      ? t('lateHours', { n: Math.max(1, hours) })
      : t('lateDays', { n: Math.floor(hours / hoursOfADay) });
  return <StateChip tone="bad">{words}</StateChip>;
}

/** «Thư ký: Nguyễn Văn Mẫu», the person, or the unit. */
function useOwner({ owner, unitName, userName }: PreparationItem): string {
  const t = useTexts();
  switch (owner) {
    case 'chair':
    case 'director':
    case 'secretary':
      return `${t(`owner_${owner}`)}: ${userName ?? t('nobody')}`;
    case 'person':
      return userName ?? t('nobody');
    case 'ownerUnit':
    case 'unit':
      return unitName;
  }
}
