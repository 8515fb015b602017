import { Problem } from '@diemcau/client/problem';
import { useState } from 'react';

/**
 * The version that a form began with, whatever the page behind it has fetched since: what somebody else saved meanwhile is
 * not overwritten unseen. Who was told so by the server (412) and saves again means the newest.
 * `const version = useReadVersion(person.version, change.error)`
 */
export function useReadVersion(newest: number, error: unknown): number {
  const [read] = useState(newest);
  const [told, setTold] = useState(false);
  if (!told && error instanceof Problem && error.status === 412) setTold(true);
  return told ? newest : read;
}
