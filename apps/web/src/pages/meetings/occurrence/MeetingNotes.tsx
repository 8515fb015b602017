import type { Occurrence } from '@diemcau/contracts/meetings/occurrences';
import { Alert } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconInfoCircle from '@tabler/icons-react/dist/esm/icons/IconInfoCircle.mjs';
import { formatDay, formatInstant } from '../../../admin/dates/format';
import { i18n } from '../../../i18n/language';
import classes from './occurrence.module.css';
import { useTexts } from './texts';
import { useMeetingWords } from './words';

/** What stands in the way, and what one should know before reading on. */
export function MeetingNotes({ meeting }: { meeting: Occurrence }) {
  const t = useTexts();
  const words = useMeetingWords();
  const { conflicts, missing, shift, live, corrections, nominalDate, state } = meeting;
  const open = state === 'draft' || state === 'pendingApproval' || state === 'rejected';
  const lacking = missing.filter((part) => part !== 'noConflict').map((part) => words(`missing_${part}`));
  return (
    <div className={classes.notes}>
      {conflicts.length > 0 && (
        <Alert color="yellow" icon={<IconAlertTriangle aria-hidden="true" />} title={t('conflictTitle')}>
          {t('conflictText', { names: conflicts.map(({ name }) => name).join(', ') })}
        </Alert>
      )}
      {open && lacking.length > 0 && (
        <Alert color="yellow" icon={<IconAlertTriangle aria-hidden="true" />} title={t('missingTitle')}>
          {t('missingText', { parts: lacking.join(', ') })}
        </Alert>
      )}
      {shift && nominalDate !== null && (
        <Alert color="blue" icon={<IconInfoCircle aria-hidden="true" />}>
          {t('shifted', {
            day: formatDay(nominalDate),
            why: i18n.language === 'en' ? shift.nameEn : shift.nameVi,
          })}
        </Alert>
      )}
      {live?.overrideReason && (
        <Alert color="yellow" icon={<IconAlertTriangle aria-hidden="true" />}>
          {t('overridden', { reason: live.overrideReason })}
        </Alert>
      )}
      {corrections.length > 0 && (
        <Alert color="blue" icon={<IconInfoCircle aria-hidden="true" />} title={t('corrections')}>
          <ul className={classes.list}>
            {corrections.map(({ id, text, at }) => (
              <li key={id}>
                {formatInstant(at)}: {text}
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </div>
  );
}
