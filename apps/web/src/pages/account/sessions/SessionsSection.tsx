import { body } from '@diemcau/client/rest';
import { Button, Skeleton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { notify } from '../../../admin/notices/notices';
import { Section } from '../../../admin/parts/Section';
import { Trouble, useWordsOf } from '../../../admin/parts/Trouble';
import { rest } from '../../../api/rest';
import classes from '../AccountPage.module.css';
import { SessionRow } from './SessionRow';
import { useTexts } from './texts';

const key = ['me', 'sessions'];

/** Every device that is signed in; the others can be ended from here. */
export function SessionsSection() {
  const t = useTexts();
  const wordsOf = useWordsOf();
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: key,
    queryFn: () => body(rest.GET('/api/v1/sessions')),
  });
  const after = {
    onSuccess: (words: string) => notify('done', words),
    onError: (failure: unknown) => notify('fault', wordsOf(failure)),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  };
  const end = useMutation({
    mutationFn: async (sessionId: string) => {
      await body(rest.DELETE('/api/v1/sessions/{sessionId}', { params: { path: { sessionId } } }));
      return t('ended');
    },
    ...after,
  });
  const endOthers = useMutation({
    mutationFn: async () => {
      const { ended } = await body(rest.DELETE('/api/v1/sessions/others'));
      return t('endedOthers', { n: ended });
    },
    ...after,
  });
  const sessions = data?.items ?? [];
  return (
    <Section
      title={t('title')}
      actions={
        sessions.length > 1 && (
          <Button
            variant="default"
            size="sm"
            loading={endOthers.isPending}
            onClick={() => endOthers.mutate()}
          >
            {t('endOthers')}
          </Button>
        )
      }
    >
      <Trouble error={data ? null : error} onRetry={refetch} />
      {!data && !error && <Skeleton height={120} aria-hidden="true" />}
      <p className={classes.soft} style={{ marginBottom: '0.6rem' }}>
        {t('text')}
      </p>
      <ul className={classes.rows}>
        {sessions.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            busy={end.isPending}
            onEnd={() => end.mutate(session.id)}
          />
        ))}
      </ul>
    </Section>
  );
}
