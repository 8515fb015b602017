import { Skeleton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { notify } from '../../../admin/notices/notices';
import { Dialog } from '../../../admin/parts/Dialog';
import { Trouble } from '../../../admin/parts/Trouble';
import { type Child, ChildFields } from '../../parent/ChildFields';
import { consentQuery } from '../../parent/consent-query';
import { ConsentField } from '../../parent/ConsentField';
import { bindChild, childrenQuery, type Claim } from './queries';
import { useTexts } from './texts';

/** A further child, by the code from its school. */
export function AddChildDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts();
  const queries = useQueryClient();
  const consent = useQuery(consentQuery());
  const [child, setChild] = useState<Child>({ code: '', birthDate: null, relation: 'mother' });
  const [agreed, setAgreed] = useState(false);
  const bind = useMutation({
    mutationFn: (claim: Claim) => bindChild(claim),
    onSuccess: async ({ displayName }) => {
      await queries.invalidateQueries(childrenQuery());
      notify('done', t('added', { name: displayName }));
      onClose();
    },
  });
  const act = () => {
    const { birthDate } = child;
    if (birthDate && consent.data) {
      bind.mutate({ ...child, birthDate, consentVersion: consent.data.version });
    }
  };
  return (
    <Dialog
      opened
      title={t('add')}
      act={t('add')}
      ready={child.code.trim() !== '' && child.birthDate !== null && agreed && consent.data !== undefined}
      onAct={act}
      busy={bind.isPending}
      error={bind.error}
      onClose={onClose}
    >
      <ChildFields child={child} onChange={setChild} />
      <Trouble error={consent.data ? null : consent.error} onRetry={consent.refetch} />
      {consent.data ? (
        <ConsentField consent={consent.data} agreed={agreed} onChange={setAgreed} />
      ) : (
        <Skeleton height={160} aria-hidden="true" />
      )}
    </Dialog>
  );
}
