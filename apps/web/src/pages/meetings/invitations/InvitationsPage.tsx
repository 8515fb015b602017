import { Button, Skeleton, Switch } from '@mantine/core';
import IconCalendarPlus from '@tabler/icons-react/dist/esm/icons/IconCalendarPlus.mjs';
import IconMailOpened from '@tabler/icons-react/dist/esm/icons/IconMailOpened.mjs';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Empty } from '../../../admin/parts/Empty';
import { PageHead } from '../../../admin/parts/PageHead';
import { Trouble } from '../../../admin/parts/Trouble';
import { InvitationCard } from './InvitationCard';
import classes from './invitations.module.css';
import { fetchMine, invitationsKey } from './queries';
import { useTexts } from './texts';

/** `/work/invitations`: what one is invited to, oneself or for the site one runs, and what one answered. */
export function InvitationsPage() {
  const t = useTexts();
  const [all, setAll] = useState(false);
  const list = useInfiniteQuery({
    queryKey: [...invitationsKey, 'mine', all],
    queryFn: ({ pageParam }) => fetchMine(all, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')}>
        <Button
          variant="default"
          leftSection={<IconCalendarPlus size={18} aria-hidden="true" />}
          renderRoot={(props) => <Link {...props} to="/work/feeds" />}
        >
          {t('subscribe')}
        </Button>
      </PageHead>
      <Switch
        className={classes.which ?? ''}
        label={t('all')}
        checked={all}
        onChange={(event) => setAll(event.currentTarget.checked)}
      />
      <Trouble error={list.error} onRetry={() => list.refetch()} />
      {list.isPending && <Skeleton height={180} radius="md" />}
      {list.isSuccess && items.length === 0 && (
        <Empty icon={IconMailOpened} title={t('noneTitle')}>
          <p>{t('noneText')}</p>
        </Empty>
      )}
      <div className={classes.cards}>
        {items.map((item) => (
          <InvitationCard key={item.invitation.id} of={item} />
        ))}
      </div>
      {list.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
    </>
  );
}
