import { Button } from '@mantine/core';
import IconPinnedOff from '@tabler/icons-react/dist/esm/icons/IconPinnedOff.mjs';
import IconUsersGroup from '@tabler/icons-react/dist/esm/icons/IconUsersGroup.mjs';
import { useRoomState } from '../room-context';
import { PeerTile } from '../tile/PeerTile';
import classes from './stage.module.css';
import { useStage } from './stage-context';
import { useTexts } from './texts';

/** The one picture everybody looks at. */
export function Stage() {
  const t = useTexts();
  const { onStage, pinned, pin } = useStage();
  const { peers } = useRoomState();
  const peer = onStage && peers[onStage.peerId];
  if (!peer || !onStage) return <NobodyShows count={Object.keys(peers).length} />;
  return (
    <section className={classes.stage} aria-label={t('stage')}>
      <PeerTile key={`${peer.id} ${onStage.source}`} peer={peer} source={onStage.source} large />
      {pinned && (
        <Button
          className={classes.unpin}
          size="compact-sm"
          variant="default"
          leftSection={<IconPinnedOff size="1.1em" aria-hidden="true" />}
          onClick={() => pin(null)}
        >
          {t('unpin')}
        </Button>
      )}
    </section>
  );
}

function NobodyShows({ count }: { count: number }) {
  const t = useTexts();
  return (
    <section className={classes.empty} aria-label={t('stage')}>
      <IconUsersGroup size="3.5rem" stroke={1.3} aria-hidden="true" />
      <p className={classes.emptyTitle}>{t('nobody')}</p>
      <p>{t('present', { count })}</p>
    </section>
  );
}
