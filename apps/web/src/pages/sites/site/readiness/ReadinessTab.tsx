import type { ReadinessItem } from '@diemcau/contracts/meetings/readiness';
import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDay } from '../../../../admin/dates/format';
import { Section } from '../../../../admin/parts/Section';
import { Trouble } from '../../../../admin/parts/Trouble';
import { ResultChip } from '../../Chips';
import { Photo } from '../../files/Photo';
import fileClasses from '../../files/files.module.css';
import { readinessQuery } from '../../queries';
import classes from '../site.module.css';
import type { TabProps } from '../tab';
import { AnswerDialog } from './AnswerDialog';
import { nameOf } from './name-of';
import { useTexts } from './texts';
import { WaiveDialog } from './WaiveDialog';

/** The checklist with answers and photos (DA-1b). */
export function ReadinessTab({ site: { id: siteId }, may }: TabProps) {
  const t = useTexts();
  const { data, error, refetch } = useQuery(readinessQuery(siteId));
  const [open, setOpen] = useState<{ act: 'answer' | 'waive'; item: ReadinessItem } | null>(null);
  if (error) return <Trouble error={error} onRetry={refetch} />;
  if (!data) return <Skeleton height={320} aria-hidden="true" />;
  const close = () => setOpen(null);
  return (
    <Section title={t('title')}>
      <p className={classes.score}>
        <strong>{data.score ?? '–'}</strong> {t('ofHundred')}
      </p>
      <ul className={classes.items}>
        {data.items.map((item) => (
          <li key={item.key} className={classes.item}>
            <div className={classes.itemHead}>
              <h3>{nameOf(item)}</h3>
              <ResultChip item={item} />
            </div>
            <Said item={item} />
            {item.photos.length > 0 && (
              <ul className={fileClasses.photos}>
                {item.photos.map((file) => (
                  <li key={file.id}>
                    <Photo file={file} />
                  </li>
                ))}
              </ul>
            )}
            <div className={classes.buttons}>
              {may('sites.write') && (
                <Button
                  variant="default"
                  size="compact-md"
                  aria-label={t('answerItem', { name: nameOf(item) })}
                  onClick={() => setOpen({ act: 'answer', item })}
                >
                  {t('answer')}
                </Button>
              )}
              {may('sites.configure') && item.result !== 'waived' && (
                <Button
                  variant="subtle"
                  size="compact-md"
                  aria-label={t('waiveItem', { name: nameOf(item) })}
                  onClick={() => setOpen({ act: 'waive', item })}
                >
                  {t('waive')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {open?.act === 'answer' && <AnswerDialog siteId={siteId} item={open.item} onClose={close} />}
      {open?.act === 'waive' && <WaiveDialog siteId={siteId} item={open.item} onClose={close} />}
    </Section>
  );
}

function Said({ item }: { item: ReadinessItem }) {
  const t = useTexts();
  const { commitment, actual, dueOn, overdue, expiresOn, reason, photo, result, seats } = item;
  return (
    <>
      {commitment && <p className={classes.soft}>{t('committed', { text: commitment })}</p>}
      {seats !== null && <p className={classes.soft}>{t('counted', { seats, capacity: actual ?? '0' })}</p>}
      {seats === null && actual && <p className={classes.soft}>{t('present', { text: actual })}</p>}
      {reason && <p className={classes.soft}>{t('because', { text: reason })}</p>}
      {dueOn && (
        <p className={overdue ? classes.late : classes.soft}>
          {t(overdue ? 'overdueSince' : 'dueBy', { day: formatDay(dueOn) })}
        </p>
      )}
      {expiresOn && <p className={classes.soft}>{t('holdsUntil', { day: formatDay(expiresOn) })}</p>}
      {photo && result === 'missing' && <p className={classes.soft}>{t('photoNeeded')}</p>}
    </>
  );
}
