import type { MissedDate } from '@diemcau/contracts/meetings/open-dates';
import type { Series } from '@diemcau/contracts/meetings/series';
import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDay, formatInstant, today } from '../../../admin/dates/format';
import { useAct } from '../../../admin/forms/use-act';
import { Dialog } from '../../../admin/parts/Dialog';
import { Section } from '../../../admin/parts/Section';
import { MoveDialog } from '../series/MoveDialog';
import { seriesChanges } from '../series/queries';
import classes from '../series/series.module.css';
import { decideDate, missedQuery } from './queries';
import { useTexts } from './texts';

/** Only there while a date of the series passed without its meeting and nobody decided about it yet (HB-7.1). */
export function MissedOfSeries({ series }: { series: Series }) {
  const t = useTexts();
  const { data } = useQuery(missedQuery(series.id));
  const [asked, setAsked] = useState<{ readonly date: MissedDate; readonly act: 'hold' | 'giveUp' } | null>(
    null,
  );
  const close = () => setAsked(null);
  const hold = useAct(decideDate, { done: t('held'), changes: seriesChanges, after: close });
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={t('title')}>
      <p className={classes.quiet}>{t('lead')}</p>
      <ul className={classes.missed}>
        {data.items.map((date) => (
          <li key={date.nominal} className={classes.date}>
            <div className={classes.dateHead}>
              <span>
                {t('planned', { at: formatInstant(date.startsAt), cause: t(`cause_${date.cause}`) })}
              </span>
              {series.changeable && (
                <div
                  className={classes.pair}
                  role="group"
                  aria-label={t('buttons', { day: formatDay(date.nominal) })}
                >
                  <Button size="compact-md" variant="light" onClick={() => setAsked({ date, act: 'hold' })}>
                    {t('hold')}
                  </Button>
                  <Button
                    size="compact-md"
                    variant="default"
                    onClick={() => setAsked({ date, act: 'giveUp' })}
                  >
                    {t('giveUp')}
                  </Button>
                </div>
              )}
            </div>
          </li>
        ))}
      </ul>
      {asked?.act === 'hold' && (
        <MoveDialog
          nominal={asked.date.nominal}
          day={today()}
          startsAt={series.startsAt}
          busy={hold.isPending}
          error={hold.error}
          onMove={(choice) => hold.mutate({ seriesId: series.id, ...choice })}
          onClose={close}
        />
      )}
      {asked?.act === 'giveUp' && <GiveUpDialog date={asked.date} onClose={close} />}
    </Section>
  );
}

function GiveUpDialog({ date, onClose }: { readonly date: MissedDate; readonly onClose: () => void }) {
  const t = useTexts();
  const [note, setNote] = useState('');
  const giveUp = useAct(decideDate, { done: t('givenUp'), changes: seriesChanges, after: onClose });
  const { seriesId, nominal } = date;
  return (
    <Dialog
      opened
      danger
      title={t('giveUpTitle', { day: formatDay(nominal) })}
      act={t('giveUp')}
      busy={giveUp.isPending}
      error={giveUp.error}
      onClose={onClose}
      onAct={() =>
        giveUp.mutate({
          seriesId,
          nominal,
          choice: 'skip',
          day: null,
          startsAt: null,
          note: note.trim() || null,
        })
      }
    >
      <p>{t('giveUpText')}</p>
      <TextInput
        label={t('note')}
        value={note}
        maxLength={300}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </Dialog>
  );
}
