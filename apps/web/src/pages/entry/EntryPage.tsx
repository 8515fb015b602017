import { Problem } from '@diemcau/client/problem';
import { Anchor, Skeleton } from '@mantine/core';
import IconDoorOff from '@tabler/icons-react/dist/esm/icons/IconDoorOff.mjs';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { PageFrame } from '../../parts/PageFrame';
import { PageNote } from '../../parts/PageNote';
import { ProblemNote } from '../../parts/ProblemNote';
import { useTitle } from '../../parts/use-title';
import { Entry } from './Entry';
import { roomQuery } from './queries';
import { useTexts } from './texts';

/** `/r/:slug`: one stable address per room, for guests and members alike (TM-2a). */
export function EntryPage() {
  const { slug } = useParams({ from: '/r/$slug' });
  const { data: room, error, refetch } = useQuery(roomQuery(slug));
  useTitle(room?.name ?? null);
  if (room) return <Entry key={room.id} room={room} />;
  return (
    <PageFrame>
      {error === null && <EntrySkeleton />}
      {error !== null && isUnknown(error) && <NoRoom />}
      {error !== null && !isUnknown(error) && <ProblemNote error={error} onRetry={() => void refetch()} />}
    </PageFrame>
  );
}

/** An address that breaks the form of a slug is no room either. */
const isUnknown = (error: Error): boolean => error instanceof Problem && [400, 404].includes(error.status);

function NoRoom() {
  const t = useTexts();
  return (
    <PageNote icon={<IconDoorOff size={36} />} title={t('noRoomTitle')}>
      <p>{t('noRoomText')}</p>
      <Anchor component={Link} to="/">
        {t('toHome')}
      </Anchor>
    </PageNote>
  );
}

function EntrySkeleton() {
  return (
    <div aria-hidden="true">
      <Skeleton height={32} width="60%" mb="lg" />
      <Skeleton height={360} radius="lg" />
    </div>
  );
}
