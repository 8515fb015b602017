import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Section } from '../../admin/parts/Section';
import { StateChip } from '../../admin/parts/StateChip';
import { useMay } from '../../admin/permissions';
import classes from './event.module.css';
import { PlanDialog } from './PlanDialog';
import { type EventSource, eventOfQuery } from './queries';
import { useTexts } from './texts';
import { trainingTones } from './training-tones';

type Props = EventSource & {
  /** The meeting's or the series'. */
  readonly title: string;
  readonly sites: readonly { readonly siteId: string; readonly expected: number }[];
};
const usualCapacity = 40;
const most = 200;

/** The training event of a meeting or a series of that kind; who runs training opens it with one act (HB-7.1, DA-1a). */
export function EventOf({ title, sites, ...of }: Props) {
  const t = useTexts();
  const may = useMay();
  const { data: event, isPending } = useQuery(eventOfQuery(of));
  const [planning, setPlanning] = useState(false);
  const mayPlan = may('trainings.manage');
  if (isPending || (!event && !mayPlan)) return null;
  const places = sites
    .slice(0, most)
    .map(({ siteId, expected }) => ({ siteId, capacity: expected || usualCapacity }));
  return (
    <Section
      title={t('event')}
      {...(event && { actions: <StateChip tone={trainingTones[event.state]}>{t(event.state)}</StateChip> })}
    >
      <div className={classes.event}>
        {event ? (
          <>
            <Link to="/work/trainings/$trainingId" params={{ trainingId: event.id }}>
              {event.title}
            </Link>
            <span>{t('registeredText', { registered: event.registered, capacity: event.capacity })}</span>
          </>
        ) : (
          <>
            <small>{t('seriesId' in of ? 'eventNoneSeries' : 'eventNone')}</small>
            <Button variant="light" onClick={() => setPlanning(true)}>
              {t('plan')}
            </Button>
          </>
        )}
      </div>
      {planning && <PlanDialog of={of} title={title} places={places} onClose={() => setPlanning(false)} />}
    </Section>
  );
}
