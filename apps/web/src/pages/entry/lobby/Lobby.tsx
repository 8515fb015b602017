import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { play } from '../../../devices/sounds';
import { devicePreferences } from '../../../devices/preferences';
import { useTitle } from '../../../parts/use-title';
import type { SavedEntry } from '../saved-entry';
import { Step, StepActions } from '../steps/Step';
import { useTexts } from '../texts';
import classes from './Lobby.module.css';
import { Refused } from './Refused';
import { useOwnEntry } from './use-own-entry';
import { WaitingTime } from './WaitingTime';

interface Props {
  readonly entry: SavedEntry;
  readonly onAdmitted: () => void;
  readonly onWithdraw: () => void;
  /** Back to the name, to ask again. */
  readonly onAskAgain: () => void;
}

/** Where a guest waits for the host's word. */
export function Lobby({ entry: saved, onAdmitted, onWithdraw, onAskAgain }: Props) {
  const t = useTexts();
  const { entry, connected, lost } = useOwnEntry(saved);
  const state = entry?.state;
  useTitle(t(state === 'admitted' ? 'titleAdmitted' : 'titleWaiting'));

  useEffect(() => {
    if (state !== 'admitted') return;
    void play('admitted', devicePreferences().speakerId).catch(() => undefined);
    onAdmitted();
  }, [state, onAdmitted]);
  useEffect(() => {
    if (lost) onAskAgain();
  }, [lost, onAskAgain]);

  if (state === 'refused' || state === 'removed') {
    return <Refused removed={state === 'removed'} reason={entry?.reason ?? null} onAskAgain={onAskAgain} />;
  }
  return (
    <Step
      title={t(state === 'admitted' ? 'admitted' : 'lobbyTitle')}
      intro={t('lobbyIntro', { name: saved.fullName })}
    >
      <div className={classes.waiting} role="status">
        <Bridge />
        {entry && <WaitingTime since={entry.askedAt} />}
        {!connected && entry && <p className={classes.connection}>{t('lobbyReconnecting')}</p>}
      </div>
      <p className={classes.hint}>{t('lobbySound')}</p>
      <StepActions>
        <Button variant="default" onClick={onWithdraw}>
          {t('withdraw')}
        </Button>
      </StepActions>
    </Step>
  );
}

/** The arc of the bridge, drawn again and again while one waits. */
function Bridge() {
  return (
    <svg viewBox="0 0 120 70" className={classes.bridge} aria-hidden="true">
      <path d="M15 55a45 45 0 0 1 90 0" className={classes.arcBelow} />
      <path d="M15 55a45 45 0 0 1 90 0" className={classes.arc} pathLength={1} />
      <circle cx="15" cy="57" r="7" className={classes.point} />
      <circle cx="105" cy="57" r="7" className={classes.farPoint} />
    </svg>
  );
}
