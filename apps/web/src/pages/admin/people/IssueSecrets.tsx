import type { SecretSlip } from '@diemcau/contracts/identity/user-views';
import { formatInstant } from '../../../admin/dates/format';
import { useAct } from '../../../admin/forms/use-act';
import { Dialog } from '../../../admin/parts/Dialog';
import { Slips, type SlipView } from '../../../admin/print/Slips';
import { issueSecrets, peopleKey } from './queries';
import { useTexts } from './texts';

/** Asks first, since it ends passwords and sessions; then shows the slips, this once. */
export function IssueSecrets({ userIds, onClose }: { userIds: readonly string[]; onClose: () => void }) {
  const t = useTexts();
  const issue = useAct(issueSecrets, { changes: [peopleKey] });
  const slipOf = (slip: SecretSlip): SlipView => ({
    id: slip.userId,
    head: slip.className ? `${slip.unitName} · ${t('class')} ${slip.className}` : slip.unitName,
    name: slip.displayName,
    lines: [
      ...(slip.code ? [[t('code'), slip.code] as const] : []),
      [t('signInAt'), `${location.host}/sign-in`],
      [t('userName'), slip.userName],
    ],
    secret: slip.secret,
    secretName: t('initialSecret'),
    foot: t('slipFoot', { until: formatInstant(slip.expiresAt) }),
  });
  if (issue.data) {
    return (
      <Slips
        title={t('slipsTitle')}
        hint={t('slipsHint')}
        slips={issue.data.items.map(slipOf)}
        onClose={onClose}
      />
    );
  }
  return (
    <Dialog
      opened
      title={t('issueTitle', { n: userIds.length })}
      onClose={onClose}
      act={t('issue')}
      onAct={() => issue.mutate(userIds)}
      busy={issue.isPending}
      error={issue.error}
    >
      <p>{t('issueText')}</p>
    </Dialog>
  );
}
