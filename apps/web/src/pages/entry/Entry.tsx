import type { Room } from '@diemcau/contracts/meetings/rooms';
import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useAccount } from '../../account/account';
import { PageFrame } from '../../parts/PageFrame';
import { EntryLayout, type StepName } from './EntryLayout';
import type { Stage } from './flow';
import { Over } from './Over';
import { Who } from './steps/Who';
import { useEntry } from './use-entry';

// The first load is the name alone; what comes after is fetched while the guest types.
const DevicesStep = lazy(async () => ({ default: (await import('./steps/DevicesStep')).DevicesStep }));
const LineStep = lazy(async () => ({ default: (await import('./steps/LineStep')).LineStep }));
const Lobby = lazy(async () => ({ default: (await import('./lobby/Lobby')).Lobby }));
const RoomPage = lazy(async () => ({ default: (await import('../room/RoomPage')).RoomPage }));

const guestSteps: readonly StepName[] = ['name', 'devices', 'line', 'lobby'];
const memberSteps: readonly StepName[] = ['devices', 'line'];

export function Entry({ room }: { room: Room }) {
  const account = useAccount();
  const entry = useEntry(room);
  const { stage, as } = entry.flow;
  const undecided = account !== null && as === null && stage.at === 'name';
  const waiting = <Skeleton height={320} radius="md" aria-hidden="true" />;
  if (stage.at === 'room' && account !== 'asking') {
    return (
      <Suspense fallback={null}>
        <RoomPage room={room} ticket={entry.ticket} onEnded={entry.ended} />
      </Suspense>
    );
  }
  return (
    <PageFrame>
      <EntryLayout
        room={room}
        steps={as === 'member' ? memberSteps : guestSteps}
        current={undecided ? null : stepOf(stage)}
      >
        <Suspense fallback={waiting}>
          {account === 'asking' ? waiting : <StageView room={room} entry={entry} />}
        </Suspense>
      </EntryLayout>
    </PageFrame>
  );
}

function StageView({ room, entry }: { room: Room; entry: ReturnType<typeof useEntry> }) {
  const { flow, go } = entry;
  switch (flow.stage.at) {
    case 'name':
      return (
        <Who room={room} flow={flow} refusal={flow.stage.refusal} go={go} onStartOver={entry.startOver} />
      );
    case 'devices':
      return (
        <DevicesStep
          onBack={() => go({ type: 'back' })}
          onDone={() => go({ type: 'toLine' })}
          onSkip={() => void entry.toLobbyOrRoom()}
        />
      );
    case 'line':
      return (
        <LineStep
          room={room}
          knocks={flow.as !== 'member' && flow.entry === null}
          busy={entry.asking}
          problem={flow.stage.problem}
          onBack={() => go({ type: 'toDevices' })}
          onDone={(lineTestId) => void entry.toLobbyOrRoom(lineTestId)}
        />
      );
    case 'lobby':
      return (
        <Lobby
          entry={flow.stage.entry}
          onAdmitted={entry.admitted}
          onWithdraw={() => void entry.withdraw()}
          onAskAgain={entry.startOver}
        />
      );
    case 'over':
      return <Over ending={flow.stage.ending} onEnterAgain={() => go({ type: 'toRoom' })} />;
    case 'room':
      return null;
  }
}

function stepOf({ at }: Stage): StepName | null {
  return at === 'room' || at === 'over' ? null : at;
}
