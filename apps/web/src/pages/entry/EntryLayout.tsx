import type { Room } from '@diemcau/contracts/meetings/rooms';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import type { ReactNode } from 'react';
import { SupportContacts } from '../../support/SupportContacts';
import classes from './EntryLayout.module.css';
import { useTexts } from './texts';

export type StepName = 'name' | 'devices' | 'line' | 'lobby';

interface Props {
  readonly room: Room;
  readonly steps: readonly StepName[];
  /** Null when the way in is over. */
  readonly current: StepName | null;
  readonly children: ReactNode;
}

/** Left: which room, how far, whom to call. Right: what to do now. One under the other on a phone. */
export function EntryLayout({ room, steps, current, children }: Props) {
  const folded = current !== null && current !== 'lobby';
  return (
    <div className={classes.layout}>
      <aside className={classes.about}>
        <p className={classes.owner}>{room.ownerUnitName}</p>
        <h1 className={classes.room}>{room.name}</h1>
        <p className={classes.address}>
          {location.host}/r/{room.slug}
        </p>
        {current && <StepList steps={steps} current={current} />}
        <div className={classes.support}>
          <SupportContacts key={String(folded)} contacts={room.support} folded={folded} />
        </div>
      </aside>
      <div className={classes.work}>{children}</div>
      <div className={classes.supportBelow}>
        <SupportContacts key={String(folded)} contacts={room.support} folded={folded} />
      </div>
    </div>
  );
}

function StepList({ steps, current }: { steps: readonly StepName[]; current: StepName }) {
  const t = useTexts();
  const words = {
    name: t('stepName'),
    devices: t('stepDevices'),
    line: t('stepLine'),
    lobby: t('stepLobby'),
  };
  const at = steps.indexOf(current);
  return (
    <nav aria-label={t('steps')}>
      <p className={classes.stepOf}>{t('stepOf', { n: at + 1, all: steps.length })}</p>
      <ol className={classes.steps}>
        {steps.map((step, i) => (
          <li
            key={step}
            {...(i === at && { 'aria-current': 'step' as const })}
            data-done={i < at || undefined}
          >
            <span className={classes.mark} aria-hidden="true">
              {i < at ? <IconCheck size={16} /> : i + 1}
            </span>
            <span className={classes.stepName}>
              {words[step]}
              {i < at && <span className="visually-hidden"> ({t('done')})</span>}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
