import type { OpenTraining } from '@diemcau/contracts/meetings/trainings-own';
import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { formatInstant } from '../../../admin/dates/format';
import { useAct } from '../../../admin/forms/use-act';
import { Section } from '../../../admin/parts/Section';
import { Trouble } from '../../../admin/parts/Trouble';
import { Pager } from '../../../admin/table/Pager';
import classes from '../event.module.css';
import { come, ownTrainingsKey, useOpenTrainings } from './queries';
import { useTexts } from './texts';

/** Events to come to on one's own; nothing is shown while there are none. */
export function Offers() {
  const t = useTexts();
  const list = useOpenTrainings();
  if (list.error && list.rows.length === 0) return <Trouble error={list.error} onRetry={list.refetch} />;
  if (list.rows.length === 0) return null;
  return (
    <Section title={t('open')}>
      {list.rows.map((offer) => (
        <Offer key={offer.id} offer={offer} />
      ))}
      <Pager list={list} />
    </Section>
  );
}

function Offer({ offer }: { offer: OpenTraining }) {
  const t = useTexts();
  const { id: trainingId, title, unitName, description, startsAt, registerUntil, places } = offer;
  const free = places.filter(({ taken, capacity }) => taken < capacity);
  const [siteId, setSiteId] = useState(free[0]?.siteId ?? null);
  const register = useAct(come, { done: t('registered'), changes: [ownTrainingsKey] });
  return (
    <article className={classes.offer}>
      <div>
        <strong>{title}</strong> <small>{unitName}</small>
      </div>
      <span>
        {startsAt && t('begins', { at: formatInstant(startsAt) })}
        {registerUntil && ` · ${t('until', { at: formatInstant(registerUntil) })}`}
      </span>
      {description && <p>{description}</p>}
      <div className={classes.turn}>
        <Select
          aria-label={t('site')}
          data={free.map((one) => ({
            value: one.siteId,
            label: `${one.siteName} (${t('left', { n: one.capacity - one.taken })})`,
          }))}
          value={siteId}
          onChange={setSiteId}
          allowDeselect={false}
          disabled={free.length === 0}
          placeholder={t('full')}
          style={{ flex: '1 1 16rem' }}
        />
        <Button
          disabled={siteId === null}
          loading={register.isPending}
          onClick={() => siteId && register.mutate({ trainingId, siteId })}
        >
          {t('come')}
        </Button>
      </div>
      <Trouble error={register.error} />
    </article>
  );
}
