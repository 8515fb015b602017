import type { Feed, MadeFeed } from '@diemcau/contracts/meetings/feeds';
import { Button, Skeleton } from '@mantine/core';
import IconCalendarPlus from '@tabler/icons-react/dist/esm/icons/IconCalendarPlus.mjs';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Empty } from '../../../admin/parts/Empty';
import { PageHead } from '../../../admin/parts/PageHead';
import { Section } from '../../../admin/parts/Section';
import { Trouble } from '../../../admin/parts/Trouble';
import { FeedRow } from './FeedRow';
import classes from './feeds.module.css';
import { MadeFeedDialog } from './MadeFeedDialog';
import { MakeFeedDialog } from './MakeFeedDialog';
import { feedsKey, fetchFeeds } from './queries';
import { RevokeFeedDialog } from './RevokeFeedDialog';
import { useTexts } from './texts';

/** `/work/feeds`: calendars that programs subscribe to by a secret address. */
export function FeedsPage() {
  const t = useTexts();
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<MadeFeed | null>(null);
  const [revoking, setRevoking] = useState<Feed | null>(null);
  const list = useQuery({ queryKey: feedsKey, queryFn: fetchFeeds });
  const make = (
    <Button leftSection={<IconCalendarPlus size={18} aria-hidden="true" />} onClick={() => setMaking(true)}>
      {t('make')}
    </Button>
  );
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')}>
        {make}
      </PageHead>
      <Trouble error={list.error} onRetry={() => list.refetch()} />
      {list.isPending && <Skeleton height={140} radius="md" />}
      {list.data?.items.length === 0 && (
        <Empty icon={IconCalendarPlus} title={t('noneTitle')}>
          <p>{t('noneText')}</p>
        </Empty>
      )}
      {list.data && list.data.items.length > 0 && (
        <Section title={t('list')}>
          <ul className={classes.rows}>
            {list.data.items.map((feed) => (
              <FeedRow key={feed.id} of={feed} onRevoke={() => setRevoking(feed)} />
            ))}
          </ul>
        </Section>
      )}
      {making && (
        <MakeFeedDialog
          onMade={(one) => {
            setMaking(false);
            setMade(one);
          }}
          onClose={() => setMaking(false)}
        />
      )}
      {made && <MadeFeedDialog of={made} onClose={() => setMade(null)} />}
      {revoking && <RevokeFeedDialog of={revoking} onClose={() => setRevoking(null)} />}
    </>
  );
}
