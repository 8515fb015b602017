import { body } from '@diemcau/client/rest';
import type { AuditEntry } from '@diemcau/contracts/identity/audit';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { DetailDrawer } from '../../../admin/parts/DetailDrawer';
import { Facts } from '../../../admin/parts/Facts';
import { Trouble } from '../../../admin/parts/Trouble';
import { formatInstant } from '../../../admin/dates/format';
import { formatCount } from '../../../admin/table/count';
import { rest } from '../../../api/rest';
import { useActionWords } from './action-words';
import classes from './audit.module.css';
import { Difference } from './Difference';
import { useKindWords, useObjectWords } from './object-words';
import { useTexts } from './texts';

interface Props {
  readonly entry: AuditEntry | null;
  readonly onClose: () => void;
}

export function EntryDrawer({ entry, onClose }: Props) {
  const wordsOf = useActionWords();
  return (
    <DetailDrawer
      opened={entry !== null}
      onClose={onClose}
      title={entry ? wordsOf(entry.action) : ''}
      width={680}
    >
      {entry && <Detail entry={entry} />}
    </DetailDrawer>
  );
}

function Detail({ entry }: { entry: AuditEntry }) {
  const t = useTexts();
  const { data, error, refetch } = useQuery({
    queryKey: ['admin', 'audit', 'one', entry.id],
    queryFn: () => body(rest.GET('/api/v1/audit/{entryId}', { params: { path: { entryId: entry.id } } })),
  });
  const objectOf = useObjectWords();
  const kindOf = useKindWords();
  const { actorKind, actorName, actorId, unitName, at, action } = entry;
  return (
    <>
      <Facts
        of={[
          [t('at'), formatInstant(at)],
          [t('action'), <code key="action">{action}</code>],
          [t('actor'), `${actorName ?? actorId ?? ''} (${t(`actor_${actorKind}`)})`],
          [t('object'), objectOf(entry)],
          entry.objectName === null ? null : [t('kind'), kindOf(entry.objectKind)],
          unitName === null ? null : [t('unit'), unitName],
          data?.address ? [t('address'), data.address] : null,
          data?.agent ? [t('agent'), data.agent] : null,
          data?.requestId ? [t('requestId'), <code key="request">{data.requestId}</code>] : null,
          data
            ? [
                t('chain'),
                data.position === null ? t('notSealedYet') : t('sealedAs', { n: formatCount(data.position) }),
              ]
            : null,
        ]}
      />
      <Trouble error={error} onRetry={refetch} />
      {!data && !error && <Skeleton height={140} mt="md" aria-hidden="true" />}
      {data && <Difference before={data.before} after={data.after} />}
      {data?.hash && (
        <p className={classes.soft}>
          SHA-256 <code className={classes.hash}>{data.hash}</code>
        </p>
      )}
    </>
  );
}
