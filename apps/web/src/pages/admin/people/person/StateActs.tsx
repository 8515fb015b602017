import type { UserDetails, UserState } from '@diemcau/contracts/identity/user-views';
import { Button, Menu, TextInput } from '@mantine/core';
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import { useState } from 'react';
import { useAct } from '../../../../admin/forms/use-act';
import { ConfirmByTyping } from '../../../../admin/parts/ConfirmByTyping';
import { Dialog } from '../../../../admin/parts/Dialog';
import { useAdmin } from '../../../../admin/permissions';
import { IssueSecrets } from '../IssueSecrets';
import { changeState, peopleKey, type StateAct } from '../queries';
import { useTexts } from '../texts';

const actsIn: Record<UserState, readonly StateAct[]> = {
  invited: ['lock', 'disable'],
  active: ['lock', 'disable'],
  locked: ['unlock', 'disable'],
  disabled: ['reinstate'],
};

interface Props {
  readonly person: UserDetails;
  readonly mayWrite: boolean;
  readonly mayIssue: boolean;
}

/** What can be done with the account; nobody does it to themselves. */
export function StateActs({ person, mayWrite, mayIssue }: Props) {
  const t = useTexts();
  const { id } = useAdmin();
  const [open, setOpen] = useState<StateAct | 'issue' | null>(null);
  if (id === person.id || !(mayWrite || mayIssue)) return null;
  const acts = mayWrite ? actsIn[person.state] : [];
  return (
    <>
      {mayIssue && person.state !== 'disabled' && person.kind !== 'service' && (
        <Button variant="default" onClick={() => setOpen('issue')}>
          {t('issue')}
        </Button>
      )}
      {acts.length > 0 && (
        <Menu position="bottom-end" width={240}>
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown size={18} aria-hidden="true" />}>
              {t('account')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {acts.map((act) => (
              <Menu.Item key={act} onClick={() => setOpen(act)}>
                {t(`${act}Act`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {open === 'issue' && <IssueSecrets userIds={[person.id]} onClose={() => setOpen(null)} />}
      {open !== null && open !== 'issue' && (
        <StateDialog act={open} person={person} onClose={() => setOpen(null)} />
      )}
    </>
  );
}

/** With the reason for the audit log; what throws somebody out is confirmed by typing. */
function StateDialog({ act, person, onClose }: { act: StateAct; person: UserDetails; onClose: () => void }) {
  const t = useTexts();
  const [reason, setReason] = useState('');
  const change = useAct(changeState, { done: t(`${act}Done`), changes: [peopleKey], after: onClose });
  const ready = reason.trim() !== '';
  const dialog = {
    opened: true,
    title: t(`${act}Title`, { name: person.displayName }),
    act: t(`${act}Yes`),
    onAct: () => ready && change.mutate({ userId: person.id, act, reason: reason.trim() }),
    onClose,
    busy: change.isPending,
    error: change.error,
  };
  const field = (
    <>
      <p>{t(`${act}Text`)}</p>
      <TextInput
        mt="sm"
        label={t('reason')}
        description={t('reasonHint')}
        required
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </>
  );
  return act === 'lock' || act === 'disable' ? (
    <ConfirmByTyping {...dialog} word={person.userName} ready={ready}>
      {field}
    </ConfirmByTyping>
  ) : (
    <Dialog {...dialog} ready={ready}>
      {field}
    </Dialog>
  );
}
