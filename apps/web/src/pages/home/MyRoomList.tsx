import '@mantine/core/styles/Badge.css';
import type { MyRoom } from '@diemcau/contracts/meetings/rooms';
import type { CurrentUser } from '@diemcau/contracts/identity/sessions';
import { Badge, Button, Skeleton } from '@mantine/core';
import IconDoorEnter from '@tabler/icons-react/dist/esm/icons/IconDoorEnter.mjs';
import IconUsers from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { PageNote } from '../../parts/PageNote';
import { ProblemNote } from '../../parts/ProblemNote';
import { EnterAddress } from './EnterAddress';
import classes from './home.module.css';
import { myRoomsQuery } from '../../api/my-rooms';
import { useTexts } from './texts';

/** The rooms the account may enter, each with one button. */
export function MyRoomList({ user }: { user: CurrentUser }) {
  const t = useTexts();
  const { data, error, refetch } = useQuery(myRoomsQuery());
  if (error && !data) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  const [grant] = user.grants;
  return (
    <>
      <h1 className={classes.greeting}>{t('greeting', { name: user.displayName })}</h1>
      {grant && <p className={classes.unit}>{grant.unitName}</p>}
      <section aria-labelledby="my-rooms">
        <h2 id="my-rooms" className={classes.heading}>
          {t('myRooms')}
        </h2>
        {!data && <Skeleton height={96} radius="lg" aria-hidden="true" />}
        {data?.items.length === 0 && <NoRooms />}
        <ul className={classes.rooms}>
          {data?.items.map((room) => (
            <RoomCard key={room.id} room={room} />
          ))}
        </ul>
      </section>
    </>
  );
}

function RoomCard({ room }: { room: MyRoom }) {
  const t = useTexts();
  return (
    <li className={classes.room}>
      <div className={classes.about}>
        <h3 className={classes.roomName}>{room.name}</h3>
        <p className={classes.slug}>/r/{room.slug}</p>
        <p className={classes.facts}>
          {room.host && (
            <Badge variant="light" size="lg" tt="none" fw={500}>
              {t('host')}
            </Badge>
          )}
          {room.waiting > 0 && (
            <Badge
              size="lg"
              tt="none"
              fw={500}
              color="orange"
              variant="light"
              className={classes.waiting}
              leftSection={<IconUsers size={14} aria-hidden="true" />}
            >
              {t('waiting', { n: room.waiting })}
            </Badge>
          )}
        </p>
      </div>
      <Button
        renderRoot={(props) => <Link {...props} to="/r/$slug" params={{ slug: room.slug }} />}
        size="lg"
        leftSection={<IconDoorEnter size={22} aria-hidden="true" />}
        aria-label={t('joinRoom', { room: room.name })}
      >
        {t('join')}
      </Button>
    </li>
  );
}

function NoRooms() {
  const t = useTexts();
  return (
    <PageNote icon={<IconDoorEnter size={36} />} title={t('noRooms')}>
      <p>{t('noRoomsText')}</p>
      <EnterAddress />
    </PageNote>
  );
}
