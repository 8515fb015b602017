import type { TrainingPlace } from '@diemcau/contracts/meetings/trainings';
import { Button } from '@mantine/core';
import { WholeField } from '../../admin/forms/WholeField';
import { SitePicker } from '../sites/pick/SitePicker';
import { useNamedSites } from '../sites/pick/use-named-sites';
import classes from './event.module.css';
import { usualCapacity } from './event-draft';
import { useTexts } from './texts';

interface Props {
  readonly places: readonly TrainingPlace[];
  readonly onChange: (places: readonly TrainingPlace[]) => void;
}

/** Sites people come to, and how many fit. */
export function PlacesField({ places, onChange }: Props) {
  const t = useTexts();
  const named = useNamedSites(places.flatMap(({ siteId }) => (siteId === '' ? [] : siteId)));
  const put = (i: number, place: TrainingPlace) => onChange(places.map((one, n) => (n === i ? place : one)));
  return (
    <>
      {places.map((place, i) => (
        <div key={place.siteId || 'new'} className={classes.place}>
          <SitePicker
            label={t('site')}
            value={place.siteId || null}
            name={named.of(place.siteId)?.name}
            without={places.flatMap(({ siteId }) => (siteId === place.siteId ? [] : siteId))}
            onChange={(siteId, site) => {
              if (site) named.learn([site]);
              // Cleared: the place is taken away.
              if (siteId === null) onChange(places.filter((_, n) => n !== i));
              else put(i, { ...place, siteId });
            }}
          />
          <WholeField
            label={t('capacity')}
            max={2000}
            value={place.capacity}
            onChange={(capacity) => put(i, { ...place, capacity })}
          />
        </div>
      ))}
      <Button
        variant="default"
        style={{ alignSelf: 'flex-start' }}
        disabled={places.some(({ siteId }) => siteId === '')}
        onClick={() => onChange([...places, { siteId: '', capacity: usualCapacity }])}
      >
        {t('addPlace')}
      </Button>
    </>
  );
}
