import { body } from '@diemcau/client/rest';
import type { PrivacyRequest } from '@diemcau/contracts/identity/privacy';
import { useQuery } from '@tanstack/react-query';
import { formatInstant } from '../../../admin/dates/format';
import { Facts } from '../../../admin/parts/Facts';
import { StateChip } from '../../../admin/parts/StateChip';
import { Trouble } from '../../../admin/parts/Trouble';
import { DownloadButton } from '../../../admin/table/DownloadButton';
import { rest } from '../../../api/rest';
import { Decide } from './Decide';
import { DueDay } from './DueDay';
import { privacyKey } from './queries';
import { requestTones } from './tones';
import { useTexts } from './texts';

export function RequestDetail({ known }: { known: PrivacyRequest }) {
  const t = useTexts();
  const { data = known, error } = useQuery({
    queryKey: [...privacyKey, 'one', known.id],
    queryFn: () =>
      body(rest.GET('/api/v1/privacy/requests/{requestId}', { params: { path: { requestId: known.id } } })),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? 2000 : false),
  });
  const { kind, state, unitName, requestedAt, executeAt, reason, progress, total, endedAt, outcome } = data;
  return (
    <>
      <Trouble error={error} />
      <Facts
        of={[
          [t('kind'), t(`kind_${kind}`)],
          [
            t('state'),
            <StateChip key="state" tone={requestTones[state]}>
              {t(`state_${state}`)}
            </StateChip>,
          ],
          [t('unit'), unitName],
          [t('requestedAt'), formatInstant(requestedAt)],
          [t('dueAt'), <DueDay key="due" of={data} />],
          kind === 'erasure' && state === 'waiting' ? [t('executeAt'), formatInstant(executeAt)] : null,
          reason === null ? null : [t('reason'), reason],
          total === 0 ? null : [t('progress'), t('progressOf', { n: progress, of: total })],
          endedAt === null ? null : [t('endedAt'), formatInstant(endedAt)],
          outcome === null ? null : [t('outcome'), outcome],
          data.archiveUntil === null ? null : [t('archiveUntil'), formatInstant(data.archiveUntil)],
        ]}
      />
      {data.archiveUntil !== null && (
        <div style={{ marginTop: '1rem' }}>
          <DownloadButton
            path={`/api/v1/privacy/requests/${data.id}/archive.json`}
            fileName="du-lieu-ca-nhan.json"
          >
            {t('fetchArchive')}
          </DownloadButton>
        </div>
      )}
      {state === 'waiting' && <Decide request={data} />}
    </>
  );
}
