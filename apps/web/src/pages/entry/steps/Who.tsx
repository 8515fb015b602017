import type { Room } from '@diemcau/contracts/meetings/rooms';
import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Dispatch } from 'react';
import { useAccount } from '../../../account/account';
import { myRoomsQuery } from '../../../api/my-rooms';
import type { Flow, Step as FlowStep } from '../flow';
import { lookAtEntry } from '../queries';
import type { SavedEntry } from '../saved-entry';
import { useTexts } from '../texts';
import { NameStep } from './NameStep';
import { Step } from './Step';

interface Props {
  readonly room: Room;
  readonly flow: Flow;
  readonly refusal: string | null;
  readonly go: Dispatch<FlowStep>;
  readonly onStartOver: () => void;
}

/** With which name: the account's, the one of before, or a new one. */
export function Who(props: Props) {
  const { room, flow, refusal, go, onStartOver } = props;
  const account = useAccount();
  if (account !== null && account !== 'asking' && flow.as === null) {
    return <AsMember {...props} name={account.displayName} />;
  }
  if (flow.entry) return <WelcomeBack entry={flow.entry} go={go} onOther={onStartOver} />;
  return (
    <NameStep
      room={room}
      name={flow.name}
      refusal={refusal}
      onChange={(name) => go({ type: 'named', name })}
      onDone={() => go({ type: 'toDevices' })}
    />
  );
}

function AsMember({ room, go, name }: Props & { name: string }) {
  const t = useTexts();
  const { data, isPending } = useQuery(myRoomsQuery());
  if (isPending) return <Skeleton height={200} aria-hidden="true" />;
  const mine = data?.items.some((one) => one.id === room.id) ?? false;
  const enter = (next: 'toRoom' | 'toDevices') => {
    go({ type: 'asMember' });
    go({ type: next });
  };
  return (
    <Step title={t('memberTitle')} intro={mine ? t('memberIntro', { name }) : t('memberNot')}>
      {mine && (
        <Button size="lg" onClick={() => enter('toRoom')}>
          {t('toRoom')}
        </Button>
      )}
      {mine && (
        <Button variant="default" onClick={() => enter('toDevices')}>
          {t('testFirst')}
        </Button>
      )}
      <Button variant={mine ? 'subtle' : 'filled'} onClick={() => go({ type: 'asGuest' })}>
        {t('asGuest')}
      </Button>
    </Step>
  );
}

/** This browser has asked before: wait on, or go in, without asking twice. */
function WelcomeBack({
  entry,
  go,
  onOther,
}: {
  entry: SavedEntry;
  go: Dispatch<FlowStep>;
  onOther: () => void;
}) {
  const t = useTexts();
  const { data, isPending } = useQuery({
    queryKey: ['entry', entry.entryId],
    queryFn: () => lookAtEntry(entry),
    staleTime: 0,
    gcTime: 0,
    retry: 1,
  });
  if (isPending) return <Skeleton height={200} aria-hidden="true" />;
  const admitted = data?.state === 'admitted';
  const next = () => go(admitted ? { type: 'goneOn', entry } : { type: 'asked', entry });
  return (
    <Step
      title={t('welcomeBack')}
      intro={t(admitted ? 'welcomeBackName' : 'welcomeBackAsked', { name: entry.fullName })}
    >
      {data && data.state !== 'withdrawn' && <Button onClick={next}>{t('goOnAs')}</Button>}
      <Button variant="subtle" onClick={onOther}>
        {t('otherName')}
      </Button>
    </Step>
  );
}
