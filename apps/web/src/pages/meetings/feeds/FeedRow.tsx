import type { Feed } from '@diemcau/contracts/meetings/feeds';
import { Button } from '@mantine/core';
import { formatInstant } from '../../../admin/dates/format';
import classes from './feeds.module.css';
import { useTexts } from './texts';

export function FeedRow({ of: feed, onRevoke }: { of: Feed; onRevoke: () => void }) {
  const t = useTexts();
  return (
    <li>
      <div className={classes.feed}>
        <strong>{feed.name}</strong>
        <span>{feed.unitName ?? t('mine')}</span>
        <span className={classes.soft}>
          {t('madeAt', { at: formatInstant(feed.createdAt) })} ·{' '}
          {feed.lastReadAt ? t('readAt', { at: formatInstant(feed.lastReadAt) }) : t('neverRead')}
        </span>
      </div>
      <Button variant="default" aria-label={`${t('revoke')}: ${feed.name}`} onClick={onRevoke}>
        {t('revoke')}
      </Button>
    </li>
  );
}
