import { Skeleton } from '@mantine/core';
import { useAccount } from '../../account/account';
import { PageFrame } from '../../parts/PageFrame';
import { MyRoomList } from './MyRoomList';
import { Welcome } from './Welcome';

export function HomePage() {
  const account = useAccount();
  return (
    <PageFrame>
      {account === 'asking' && <Skeleton height={280} radius="lg" aria-hidden="true" />}
      {account === null && <Welcome />}
      {account !== null && account !== 'asking' && <MyRoomList user={account} />}
    </PageFrame>
  );
}
