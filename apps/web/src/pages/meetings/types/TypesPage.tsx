import type { MeetingKind } from '@diemcau/contracts/meetings/vocabulary';
import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { PageHead } from '../../../admin/parts/PageHead';
import { Trouble } from '../../../admin/parts/Trouble';
import { kindNameOf } from './kind-name';
import { meetingTypesQuery } from './queries';
import { useTexts } from './texts';
import { TypeForm } from './TypeForm';
import classes from './types.module.css';

/** `/work/meeting-types`: what each kind of meeting brings along in the province (HB-2.1). */
export function TypesPage() {
  const t = useTexts();
  const { data, error, refetch } = useQuery(meetingTypesQuery());
  const [kind, setKind] = useState<MeetingKind>('briefing');
  const type = data?.items.find((one) => one.kind === kind);
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <Trouble error={data ? null : error} onRetry={refetch} />
      {!data && !error && <Skeleton height={480} radius="lg" aria-hidden="true" />}
      {data && !data.changeable && <p className={classes.soft}>{t('readOnly')}</p>}
      {data && (
        <ul className={classes.kinds} aria-label={t('kinds')}>
          {data.items.map((one) => (
            <li key={one.kind}>
              <Button
                variant={one.kind === kind ? 'filled' : 'default'}
                aria-pressed={one.kind === kind}
                onClick={() => setKind(one.kind)}
              >
                {kindNameOf({ kindName: { vi: one.nameVi, en: one.nameEn } })}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {data && type && (
        <TypeForm key={kind} type={type} provinceId={data.provinceId} changeable={data.changeable} />
      )}
    </>
  );
}
