import type { UnitEventKind } from '@diemcau/contracts/identity/unit-events';
import { Button, Skeleton } from '@mantine/core';
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { ProblemNote } from '../../../../parts/ProblemNote';
import { formatDay } from '../../../../admin/dates/format';
import { Facts } from '../../../../admin/parts/Facts';
import { PageHead } from '../../../../admin/parts/PageHead';
import { Section } from '../../../../admin/parts/Section';
import { useMay, useMayOn } from '../../../../admin/permissions';
import { UnitName } from '../../../../admin/units/UnitName';
import { useUnitTypes } from '../../../../admin/units/unit-types';
import { EventDialog } from '../events/EventDialog';
import { EventLine } from '../events/EventLine';
import { historyQuery } from '../queries';
import { useTexts } from '../texts';
import { UnitMenu } from '../UnitMenu';
import { UnitState } from '../UnitState';
import classes from '../units.module.css';
import { Periods } from './Periods';
import { Report } from './Report';
import { Successions } from './Successions';

/** One unit: what it is, what it was, what became of it, what is planned. */
export function UnitPage() {
  const t = useTexts();
  const { unitId } = useParams({ from: '/admin/units/$unitId' });
  const { data, error, refetch } = useQuery(historyQuery(unitId));
  const { nameOf } = useUnitTypes();
  const may = useMay();
  const mayOn = useMayOn();
  const [kind, setKind] = useState<UnitEventKind | null>(null);
  if (error && !data) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={320} radius="lg" aria-hidden="true" />;
  const { unit } = data;
  const changeable = unit.state !== 'closed' && mayOn('units.change', unit.path);
  return (
    <>
      <ol className={classes.crumbs} aria-label={t('where')}>
        <li>
          <Link to="/admin/units">{t('title')}</Link>
        </li>
        {unit.path.slice(0, -1).map((id) => (
          <li key={id}>
            <Link to="/admin/units/$unitId" params={{ unitId: id }}>
              <UnitName unitId={id} />
            </Link>
          </li>
        ))}
      </ol>
      <PageHead title={unit.name} lead={nameOf(unit.type)}>
        {changeable && (
          <UnitMenu
            unit={unit}
            onChoose={setKind}
            target={
              <Button rightSection={<IconChevronDown size={18} aria-hidden="true" />}>
                {t('changeUnit')}
              </Button>
            }
          />
        )}
      </PageHead>
      <div className={classes.pair}>
        <Section title={t('about')}>
          <Facts
            of={[
              [t('state'), <UnitState key="state" state={unit.state} />],
              [t('type'), nameOf(unit.type)],
              [t('code'), unit.code],
              unit.parentId === null ? null : [t('above'), <UnitName key="above" unitId={unit.parentId} />],
              [t('validFrom'), formatDay(unit.validFrom)],
              unit.validTo === null ? null : [t('validTo'), formatDay(unit.validTo)],
            ]}
          />
          <p className={classes.links}>
            {may('users.read') && (
              <Link to="/admin/people" search={{ unitId }}>
                {t('peopleHere')}
              </Link>
            )}
            {may('users.read') && (
              <Link to="/admin/classes" search={{ unitId }}>
                {t('classesHere')}
              </Link>
            )}
            {may('roster.read') && (
              <Link to="/admin/roster" search={{ unitId }}>
                {t('rosterHere')}
              </Link>
            )}
          </p>
        </Section>
        <Report unit={unit} />
      </div>
      <div className={classes.pair}>
        <Section title={t('periods')}>
          <Periods history={data} />
        </Section>
        <Section title={t('events')}>
          {data.events.length === 0 && <p className={classes.quiet}>{t('noEvents')}</p>}
          <ul className={classes.lines}>
            {data.events.map((event) => (
              <EventLine key={event.id} event={event} />
            ))}
          </ul>
        </Section>
      </div>
      <Successions history={data} />
      {kind && <EventDialog kind={kind} unit={unit} onClose={() => setKind(null)} />}
    </>
  );
}
