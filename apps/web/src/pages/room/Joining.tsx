import type { Room } from '@diemcau/contracts/meetings/rooms';
import { Loader } from '@mantine/core';
import classes from './room.module.css';
import { useTexts } from './texts';

export function Joining({ room }: { room: Room }) {
  const t = useTexts();
  return (
    <main className={classes.joining} role="status">
      <Loader size="lg" aria-hidden="true" />
      <h1>{room.name}</h1>
      <p>{t('joining')}</p>
    </main>
  );
}
