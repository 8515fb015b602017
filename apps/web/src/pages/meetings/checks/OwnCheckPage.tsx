import { Link, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Back } from '../../../admin/parts/Back';
import { OwnCheck } from './OwnCheck';
import { doorOf } from './queries';
import { useTexts } from './texts';

/** An operator with an account checks a site (HB-8.2). */
export function OwnCheckPage() {
  const t = useTexts();
  const { occurrenceId, siteId } = useParams({ from: '/work/checks/$occurrenceId/$siteId' });
  const door = useMemo(() => doorOf(occurrenceId, siteId), [occurrenceId, siteId]);
  return (
    <>
      <Back>
        <Link to="/work/checks">{t('title')}</Link>
      </Back>
      <OwnCheck door={door} />
    </>
  );
}
