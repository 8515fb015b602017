import type { AgendaItem } from '@diemcau/contracts/meetings/agenda';
import { Button } from '@mantine/core';
import { formatInstant } from '../../../../admin/dates/format';
import { useAct } from '../../../../admin/forms/use-act';
import { StateChip } from '../../../../admin/parts/StateChip';
import { Trouble } from '../../../../admin/parts/Trouble';
import { FileLink } from '../../../sites/files/FileLink';
import classes from '../occurrence.module.css';
import { meetingsKey } from '../queries';
import { approveItem } from './queries';
import { RowTools } from './RowTools';
import { useTexts } from './texts';
import type { Direction } from './use-reordering';

const tones = { assigned: 'neutral', submitted: 'waiting', returned: 'warning', approved: 'good' } as const;

export type Asked = 'change' | 'remove' | 'submit' | 'return';

interface Props {
  readonly item: AgendaItem;
  readonly submits: boolean;
  readonly decides: boolean;
  readonly writes: boolean;
  /** How many there are. */
  readonly of: number;
  readonly onMove: (item: AgendaItem, direction: Direction) => void;
  readonly onAsk: (what: Asked) => void;
}

/** One point: what, who, until when, how far; its papers; what one may do with it. */
export function AgendaRow({ item, submits, decides, writes, of, onMove, onAsk }: Props) {
  const t = useTexts();
  const approve = useAct(approveItem, { changes: [meetingsKey], done: t('done_approve') });
  const { state, late, note, files } = item;
  const decidable = decides && state === 'submitted';
  const submittable = submits && state !== 'approved' && !decidable;
  const returnable = decidable || (decides && state === 'approved');
  const again = state !== 'assigned';
  const open = state === 'assigned' || state === 'returned';
  return (
    <li className={classes.point}>
      <div className={classes.row}>
        <span className={classes.grow}>
          <strong>
            {item.position}. {item.title}
          </strong>
          <br />
          <span className={classes.soft}>{useLine(item)}</span>
        </span>
        {late && <StateChip tone={open ? 'bad' : 'warning'}>{t(open ? 'late' : 'submittedLate')}</StateChip>}
        <StateChip tone={tones[state]}>{t(`item_${state}`)}</StateChip>
      </div>
      {note !== null && (
        <p className={classes.note}>{t(state === 'returned' ? 'askedFor' : 'noteOfUnit', { note })}</p>
      )}
      {files.length > 0 && (
        <ul className={classes.files} aria-label={t('files', { title: item.title })}>
          {files.map((file) => (
            <li key={file.id}>
              <FileLink file={file} />
            </li>
          ))}
        </ul>
      )}
      <Trouble error={approve.error} />
      {(submittable || returnable || writes) && (
        <div className={classes.acts}>
          {submittable && (
            <Button
              size="compact-md"
              variant={open && !decides ? 'filled' : 'default'}
              onClick={() => onAsk('submit')}
            >
              {t(again ? 'submitAgain' : 'submit')}
            </Button>
          )}
          {decidable && (
            <Button
              size="compact-md"
              loading={approve.isPending}
              onClick={() => approve.mutate({ itemId: item.id, version: item.version })}
            >
              {t('approve')}
            </Button>
          )}
          {returnable && (
            <Button size="compact-md" variant="default" onClick={() => onAsk('return')}>
              {t('giveBack')}
            </Button>
          )}
          {writes && <RowTools item={item} of={of} onMove={onMove} onAsk={onAsk} />}
        </div>
      )}
    </li>
  );
}

/** Unit, length, times in one line. */
function useLine({ unitName, minutes, dueAt, submittedAt, state }: AgendaItem): string {
  const t = useTexts();
  const parts = [unitName, t('minutes', { n: minutes })];
  if (dueAt !== null) parts.push(t('due', { at: formatInstant(dueAt) }));
  if (submittedAt !== null && state !== 'assigned') {
    parts.push(t('submittedAt', { at: formatInstant(submittedAt) }));
  }
  return parts.join(' · ');
}
