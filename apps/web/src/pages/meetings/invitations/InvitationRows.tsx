import type { Invitation } from '@diemcau/contracts/meetings/invitations';
import { Button } from '@mantine/core';
import { formatInstant } from '../../../admin/dates/format';
import { useAct } from '../../../admin/forms/use-act';
import { Trouble } from '../../../admin/parts/Trouble';
import classes from './invitations.module.css';
import { InvitationStateChip } from './InvitationStateChip';
import { invitationsKey, takeBack } from './queries';
import { useTexts } from './texts';
import { useInvited } from './use-invited';

/** A line each; on a phone a card each. */
export function InvitationRows({
  items,
  mayTakeBack,
}: {
  items: readonly Invitation[];
  mayTakeBack: boolean;
}) {
  const t = useTexts();
  const invitedOf = useInvited();
  const revoke = useAct(takeBack, { done: t('takenBack'), changes: [invitationsKey] });
  return (
    <>
      <Trouble error={revoke.error} />
      <ul className={classes.rows} aria-label={t('panel')}>
        {items.map((item) => {
          const { who, as } = invitedOf(item);
          return (
            <li key={item.id}>
              <div className={classes.who}>
                <strong>{who}</strong>
                <span>{as}</span>
              </div>
              <div className={classes.said}>
                <InvitationStateChip state={item.state} />
                {item.delegateName !== null && <span>{t('instead', { name: item.delegateName })}</span>}
                {item.reason !== null && <span>{item.reason}</span>}
                {item.answeredAt !== null && (
                  <span className={classes.soft}>{formatInstant(item.answeredAt)}</span>
                )}
              </div>
              {mayTakeBack && item.invitedAs === 'invited' && (
                <Button
                  size="compact-md"
                  variant="subtle"
                  color="red.9"
                  disabled={revoke.isPending}
                  aria-label={`${t('takeBack')}: ${who}`}
                  onClick={() => revoke.mutate(item.id)}
                >
                  {t('takeBack')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
