import type { ErrorComponentProps } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import type { Room } from '@diemcau/contracts/meetings/rooms';
import { PageFrame } from '../parts/PageFrame';
import { ProblemNote } from '../parts/ProblemNote';
import { SupportContacts } from '../support/SupportContacts';

/** What no page has caught. The contacts are those of the room one came from, when there was one (TM-4). */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const rooms = useQueryClient().getQueriesData<Room>({ queryKey: ['room'], exact: false });
  const contacts = rooms.flatMap(([, room]) => room?.support ?? []);
  return (
    <PageFrame>
      <ProblemNote error={error} onRetry={reset}>
        <SupportContacts contacts={contacts} />
      </ProblemNote>
    </PageFrame>
  );
}
