import { Problem } from '@diemcau/client/problem';
import type { DeviceFindings } from '@diemcau/contracts/meetings/checks-test';
import { Alert, Button, Skeleton } from '@mantine/core';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { formatInstant } from '../../../admin/dates/format';
import { useAct } from '../../../admin/forms/use-act';
import { PageHead } from '../../../admin/parts/PageHead';
import { Trouble } from '../../../admin/parts/Trouble';
import { checksKey, type Door } from './queries';
import { CheckSteps } from './steps/CheckSteps';
import { Outcome } from './steps/Outcome';
import { useTexts } from './texts';

/** One site's check from the first look to the result, through either door. */
export function OwnCheck({ door }: { door: Door }) {
  const t = useTexts();
  const client = useQueryClient();
  const [trying, setTrying] = useState<number | null>(null);
  const [now] = useState(() => Date.now());
  const { data: check, error, refetch } = useQuery({ queryKey: door.key, queryFn: door.look });
  const keep = (next: NonNullable<typeof check>) => client.setQueryData(door.key, next);
  const begin = useAct(door.begin, {
    changes: [],
    after: (next) => {
      keep(next);
      setTrying(next.attempt);
    },
  });
  const submit = useAct((findings: DeviceFindings) => door.submit(trying ?? 0, findings), {
    changes: [[...checksKey, 'mine']],
    after: (next) => {
      keep(next);
      setTrying(null);
    },
  });
  const { error: refused } = submit;
  useEffect(() => {
    if (refused instanceof Problem && refused.code === 'checks.itemsMissing') void refetch();
  }, [refused, refetch]);
  if (error && !check) return <Trouble error={error} onRetry={refetch} />;
  if (!check) return <Skeleton height={240} aria-label={t('loading')} />;
  const lead = t('ownLead', {
    site: check.siteName,
    meeting: check.title,
    at: formatInstant(check.startsAt),
  });
  const open = check.campaign !== 'none' && Date.parse(check.startsAt) > now;
  const again = open && { onAgain: () => begin.mutate(undefined), busy: begin.isPending };
  return (
    <>
      <PageHead title={t('ownTitle')} lead={lead} />
      {trying !== null && (
        <CheckSteps
          roomSlug={check.roomSlug}
          requiredMbps={check.requiredMbps}
          expected={check.expected}
          ticket={door.mirror}
          busy={submit.isPending}
          error={submit.error}
          onSend={submit.mutate}
        />
      )}
      {trying === null && check.test && <Outcome test={check.test} {...again} />}
      {trying === null && !check.test && open && (
        <>
          <p>{t('beginText')}</p>
          <p>
            <strong>{t('closesText', { at: formatInstant(check.closesAt) })}</strong>
          </p>
          <Button size="lg" loading={begin.isPending} onClick={() => begin.mutate(undefined)}>
            {t('begin')}
          </Button>
        </>
      )}
      {trying === null && !open && (
        <Alert
          mt="md"
          color="blue"
          icon={<IconClock aria-hidden="true" />}
          title={t(check.campaign === 'none' ? 'notOpenTitle' : 'overTitle')}
        >
          {check.campaign === 'none' && t('notYetOpen', { at: formatInstant(check.opensAt) })}
        </Alert>
      )}
      <Trouble error={begin.error} />
    </>
  );
}
