import type { InvitationTally } from '@diemcau/contracts/meetings/invitations';
import classes from './invitations.module.css';
import { InvitationStateChip } from './InvitationStateChip';

const shown = ['accepted', 'delegated', 'declined', 'viewed', 'sent', 'queued'] as const;

/** How many said what; who has not answered comes last. */
export function Tally({ of }: { of: InvitationTally }) {
  return (
    <ul className={classes.tally}>
      {shown
        .filter((state) => of[state] > 0)
        .map((state) => (
          <li key={state}>
            <span className={classes.count}>{of[state]}</span> <InvitationStateChip state={state} />
          </li>
        ))}
    </ul>
  );
}
