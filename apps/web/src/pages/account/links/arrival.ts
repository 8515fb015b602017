export type LinkArrival = 'linked' | 'linkedElsewhere' | 'cancelled' | 'failed';

/** What came of linking, from behind the # where the provider sent the browser back to; taken out of the address. */
export function arrivalFromLink(): LinkArrival | null {
  const parameters = new URLSearchParams(location.hash.replace(/^#/, ''));
  const problem = parameters.get('problem');
  if (!parameters.has('linked') && !problem) return null;
  history.replaceState(history.state, '', location.pathname);
  if (!problem) return 'linked';
  if (problem === 'oidc.linkedElsewhere') return 'linkedElsewhere';
  return problem === 'oidc.cancelled' ? 'cancelled' : 'failed';
}
