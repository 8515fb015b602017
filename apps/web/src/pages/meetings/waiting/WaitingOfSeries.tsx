import type { WaitingDate } from '@diemcau/contracts/meetings/open-dates';
import type { ExceptionChoice, Series } from '@diemcau/contracts/meetings/series';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDay } from '../../../admin/dates/format';
import { useAct } from '../../../admin/forms/use-act';
import { Section } from '../../../admin/parts/Section';
import { Trouble } from '../../../admin/parts/Trouble';
import { decideDate } from '../missed/queries';
import { MoveDialog } from '../series/MoveDialog';
import { seriesChanges } from '../series/queries';
import classes from '../series/series.module.css';
import { waitingQuery } from './queries';
import { useTexts } from './texts';
import { useWhy } from './use-why';

const shown = 5;

/** Only there, for who may decide, while a date of the series waits for a decision (HB-7.1). */
export function WaitingOfSeries({ series }: { series: Series }) {
  const t = useTexts();
  const why = useWhy();
  const { data } = useQuery(waitingQuery(series.id));
  const [moving, setMoving] = useState<WaitingDate | null>(null);
  const close = () => setMoving(null);
  const hold = useAct(decideDate, { done: t('held'), changes: seriesChanges, after: close });
  const skip = useAct(decideDate, { done: t('skipped'), changes: seriesChanges });
  if (!data || data.items.length === 0) return null;
  const choose = (nominal: string, choice: ExceptionChoice) => ({
    seriesId: series.id,
    nominal,
    choice,
    day: null,
    startsAt: null,
    note: null,
  });
  const busy = hold.isPending || skip.isPending;
  return (
    <Section title={t('title')}>
      <p className={classes.quiet}>{t('lead')}</p>
      <Trouble error={moving ? null : (hold.error ?? skip.error)} />
      <ul className={classes.missed}>
        {data.items.slice(0, shown).map((date) => (
          <li key={date.nominal} className={classes.date}>
            <div className={classes.dateHead}>
              <span>{why(date)}</span>
              <div
                className={classes.pair}
                role="group"
                aria-label={t('buttons', { day: formatDay(date.nominal) })}
              >
                <Button
                  size="compact-md"
                  variant="light"
                  disabled={busy}
                  onClick={() => hold.mutate(choose(date.nominal, 'hold'))}
                >
                  {t('hold')}
                </Button>
                <Button size="compact-md" variant="light" disabled={busy} onClick={() => setMoving(date)}>
                  {t('move')}
                </Button>
                <Button
                  size="compact-md"
                  variant="default"
                  disabled={busy}
                  onClick={() => skip.mutate(choose(date.nominal, 'skip'))}
                >
                  {t('skip')}
                </Button>
              </div>
            </div>
          </li>
        ))}
      </ul>
      {data.total > shown && <p className={classes.quiet}>{t('more', { n: data.total - shown })}</p>}
      {moving && (
        <MoveDialog
          nominal={moving.nominal}
          startsAt={series.startsAt}
          busy={hold.isPending}
          error={hold.error}
          onMove={(choice) => hold.mutate({ seriesId: series.id, ...choice })}
          onClose={close}
        />
      )}
    </Section>
  );
}
