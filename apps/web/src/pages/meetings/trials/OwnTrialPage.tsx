import type { DeviceFindings } from '@diemcau/contracts/meetings/checks-test';
import { Alert, Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { formatInstant } from '../../../admin/dates/format';
import { useAct } from '../../../admin/forms/use-act';
import { PageHead } from '../../../admin/parts/PageHead';
import { Trouble } from '../../../admin/parts/Trouble';
import { CheckSteps } from '../checks/steps/CheckSteps';
import { Outcome } from '../checks/steps/Outcome';
import { mirrorTicket, ownQuery, submitTrial, trialsKey } from './queries';
import { useTexts } from './texts';

/** One unit tries (TM-3). */
export function OwnTrialPage() {
  const t = useTexts();
  const { trialId, unitId } = useParams({ from: '/work/trials/$trialId/$unitId' });
  const { data: own, error, refetch } = useQuery(ownQuery(trialId, unitId));
  const [trying, setTrying] = useState(false);
  const ticket = useCallback(() => mirrorTicket(trialId, unitId), [trialId, unitId]);
  const submit = useAct((findings: DeviceFindings) => submitTrial({ trialId, unitId, ...findings }), {
    changes: [trialsKey],
    after: () => setTrying(false),
  });
  if (error && !own) return <Trouble error={error} onRetry={refetch} />;
  if (!own) return <Skeleton height={240} aria-label={t('loading')} />;
  const open = own.window === 'open';
  return (
    <>
      <PageHead
        title={t('ownTitle', { name: own.unitName })}
        lead={t('ownLead', { title: own.title, until: formatInstant(own.endsAt) })}
      />
      {trying ? (
        <CheckSteps
          roomSlug={own.roomSlug}
          requiredMbps={own.requiredMbps}
          expected={own.expected}
          ticket={ticket}
          busy={submit.isPending}
          error={submit.error}
          onSend={submit.mutate}
        />
      ) : (
        <>
          {own.test && <Outcome test={own.test} />}
          {open ? (
            <Button mt="md" size="lg" onClick={() => setTrying(true)}>
              {t(own.test ? 'again' : 'begin')}
            </Button>
          ) : (
            <Alert mt="md" color="blue" title={t('notOpen')} />
          )}
        </>
      )}
    </>
  );
}
