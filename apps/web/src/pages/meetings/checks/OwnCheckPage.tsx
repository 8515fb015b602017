import { useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { OwnCheck } from './OwnCheck';
import { doorOf } from './queries';

/** An operator with an account checks a site (HB-8.2). */
export function OwnCheckPage() {
  const { occurrenceId, siteId } = useParams({ from: '/work/checks/$occurrenceId/$siteId' });
  const door = useMemo(() => doorOf(occurrenceId, siteId), [occurrenceId, siteId]);
  return <OwnCheck door={door} />;
}
