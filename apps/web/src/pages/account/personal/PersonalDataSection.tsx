import type { CurrentUser } from '@diemcau/contracts/identity/sessions';
import { Button, Skeleton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { notify } from '../../../admin/notices/notices';
import { Section } from '../../../admin/parts/Section';
import { Trouble, useWordsOf } from '../../../admin/parts/Trouble';
import classes from '../AccountPage.module.css';
import { ErasureDialog } from './ErasureDialog';
import { KindsList } from './KindsList';
import { askForArchive, ownRequestsQuery } from './queries';
import { RequestRow } from './RequestRow';
import { useTexts } from './texts';

/** The rights of the data subject, Law 91/2025/QH15: to know, to get a copy, to be forgotten. */
export function PersonalDataSection({ user }: { user: CurrentUser }) {
  const t = useTexts();
  const wordsOf = useWordsOf();
  const queries = useQueryClient();
  const [erasing, setErasing] = useState(false);
  const { data, error, refetch } = useQuery(ownRequestsQuery(user.id));
  const archive = useMutation({
    mutationFn: askForArchive,
    onSuccess: () => notify('done', t('archiveAsked')),
    onError: (failure) => notify('fault', wordsOf(failure)),
    onSettled: () => queries.invalidateQueries(ownRequestsQuery(user.id)),
  });
  return (
    <Section title={t('title')}>
      <p className={classes.soft}>{t('text')}</p>
      <KindsList />
      <div className={classes.actions}>
        <Button variant="default" size="sm" loading={archive.isPending} onClick={() => archive.mutate()}>
          {t('archive')}
        </Button>
        <Button variant="default" size="sm" color="red.8" onClick={() => setErasing(true)}>
          {t('erasure')}
        </Button>
      </div>
      <Trouble error={data ? null : error} onRetry={refetch} />
      {!data && !error && <Skeleton height={60} mt="md" aria-hidden="true" />}
      {data && data.items.length > 0 && (
        <ul className={classes.rows} style={{ marginTop: '1rem' }}>
          {data.items.map((request) => (
            <RequestRow key={request.id} request={request} userId={user.id} />
          ))}
        </ul>
      )}
      {erasing && <ErasureDialog user={user} onClose={() => setErasing(false)} />}
    </Section>
  );
}
