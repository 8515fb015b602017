import type { Unit } from '@diemcau/contracts/identity/units';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DayField } from '../../../../admin/dates/DayField';
import { today } from '../../../../admin/dates/format';
import { Section } from '../../../../admin/parts/Section';
import { Trouble } from '../../../../admin/parts/Trouble';
import { formatCount } from '../../../../admin/table/count';
import { useUnitTypes } from '../../../../admin/units/unit-types';
import { reportQuery } from '../queries';
import { useTexts } from '../texts';
import classes from '../units.module.css';

/** How many units and people, as it was on a day and as it is now (I2). */
export function Report({ unit }: { unit: Unit }) {
  const t = useTexts();
  const { nameOf } = useUnitTypes();
  const [day, setDay] = useState(() => (unit.state === 'closed' ? unit.validFrom : today()));
  const { data, error, refetch } = useQuery({
    ...reportQuery(unit.id, day),
    placeholderData: keepPreviousData,
  });
  const was = new Map(data?.asItWas.types.map((count) => [count.type, count]));
  const now = new Map(data?.asItIsNow.types.map((count) => [count.type, count]));
  const types = [...new Set([...was.keys(), ...now.keys()])];
  return (
    <Section title={t('figures')}>
      <DayField label={t('compareWith')} value={day} onChange={(chosen) => chosen && setDay(chosen)} />
      <Trouble error={error} onRetry={refetch} />
      {data && (
        <div className={classes.scroll}>
          <table className={classes.counts}>
            <thead>
              <tr>
                <th scope="col">{t('kindOfUnit')}</th>
                <th scope="col">{t('unitsThen')}</th>
                <th scope="col">{t('unitsNow')}</th>
                <th scope="col">{t('peopleThen')}</th>
                <th scope="col">{t('peopleNow')}</th>
              </tr>
            </thead>
            <tbody>
              {types.map((type) => (
                <tr key={type}>
                  <th scope="row">{nameOf(type)}</th>
                  <td>{formatCount(was.get(type)?.units ?? 0)}</td>
                  <td>{formatCount(now.get(type)?.units ?? 0)}</td>
                  <td>{formatCount(was.get(type)?.people ?? 0)}</td>
                  <td>{formatCount(now.get(type)?.people ?? 0)}</td>
                </tr>
              ))}
              <tr>
                <th scope="row">
                  <b>{t('total')}</b>
                </th>
                <td>{formatCount(data.asItWas.units)}</td>
                <td>{formatCount(data.asItIsNow.units)}</td>
                <td>{formatCount(data.asItWas.people)}</td>
                <td>{formatCount(data.asItIsNow.people)}</td>
              </tr>
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}
