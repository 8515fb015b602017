import type { PrivacyRequest } from '@diemcau/contracts/identity/privacy';
import { Button } from '@mantine/core';
import IconEraser from '@tabler/icons-react/dist/esm/icons/IconEraser.mjs';
import IconFileDownload from '@tabler/icons-react/dist/esm/icons/IconFileDownload.mjs';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { formatDayOf, formatInstant } from '../../../admin/dates/format';
import { notify } from '../../../admin/notices/notices';
import { StateChip } from '../../../admin/parts/StateChip';
import { useWordsOf } from '../../../admin/parts/Trouble';
import { download } from '../../../admin/table/save-file';
import classes from '../AccountPage.module.css';
import { requestTones } from '../../admin/privacy/tones';
import { ownRequestsQuery, withdrawRequest } from './queries';
import { useTexts } from './texts';

export function RequestRow({ request, userId }: { request: PrivacyRequest; userId: string }) {
  const t = useTexts();
  const wordsOf = useWordsOf();
  const queries = useQueryClient();
  const { id, kind, state, requestedAt, executeAt, outcome, archiveUntil, progress, total } = request;
  const withdraw = useMutation({
    mutationFn: () => withdrawRequest(id),
    onError: (failure) => notify('fault', wordsOf(failure)),
    onSettled: () => queries.invalidateQueries(ownRequestsQuery(userId)),
  });
  const fetchArchive = useMutation({
    mutationFn: () => download(`/api/v1/privacy/requests/${id}/archive.json`, 'du-lieu-cua-toi.json'),
    onError: (failure) => notify('fault', wordsOf(failure)),
  });
  const Mark = kind === 'archive' ? IconFileDownload : IconEraser;
  return (
    <li className={classes.row}>
      <Mark size={22} aria-hidden="true" />
      <div className={classes.rowText}>
        <div className={classes.rowName}>
          {t(`kind_${kind}`)}
          <StateChip tone={requestTones[state]}>{t(`state_${state}`)}</StateChip>
        </div>
        <div className={classes.rowFacts}>
          {t('requestedAt', { at: formatInstant(requestedAt) })}
          {state === 'running' && total > 0 && ` · ${t('progress', { n: progress, of: total })}`}
          {state === 'waiting' &&
            kind === 'erasure' &&
            ` · ${t('executeAt', { at: formatInstant(executeAt) })}`}
          {archiveUntil && ` · ${t('archiveUntil', { at: formatDayOf(archiveUntil) })}`}
        </div>
        {outcome && state === 'refused' && <div className={classes.rowFacts}>{outcome}</div>}
      </div>
      <div className={classes.rowTools}>
        {archiveUntil && (
          <Button
            variant="subtle"
            size="compact-md"
            loading={fetchArchive.isPending}
            onClick={() => fetchArchive.mutate()}
          >
            {t('fetch')}
          </Button>
        )}
        {state === 'waiting' && (
          <Button
            variant="subtle"
            size="compact-md"
            loading={withdraw.isPending}
            onClick={() => withdraw.mutate()}
          >
            {t('withdraw')}
          </Button>
        )}
      </div>
    </li>
  );
}
