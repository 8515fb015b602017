import { Problem } from '@diemcau/client/problem';
import type { SignInAnswer } from '@diemcau/contracts/identity/sessions';
import { useCallback, useEffect, useState } from 'react';
import { isSignedOutElsewhere } from '../../account/account';
import { session } from '../../api/rest';
import { type Attempt, useAttempt } from '../../credentials/use-attempt';
import { arrivalIn, type Notice, type Stage, stageAfter, start } from './flow';
import { finishOidc } from './queries';

export interface SignInFlow {
  readonly stage: Stage;
  /** Goes on with what the server answered to a step. */
  readonly goOn: (answer: SignInAnswer) => void;
  /** Runs one step; a step that has run out leads back to the start, other failures are the caller's. */
  readonly step: (work: () => Promise<SignInAnswer>) => Promise<void>;
  readonly startAgain: () => void;
  /** The codes have been put away. */
  readonly finish: () => void;
  /** Coming back from an outside provider. */
  readonly arriving: Attempt;
}

/** The way in, from user name to session. */
export function useSignIn(): SignInFlow {
  const [stage, setStage] = useState<Stage>(() =>
    isSignedOutElsewhere() ? { at: 'start', notice: 'ended' } : start,
  );
  const arriving = useAttempt();
  const begin = useCallback((notice: Notice | null) => setStage({ at: 'start', notice }), []);

  const goOn = useCallback((answer: SignInAnswer) => {
    const next = stageAfter(answer);
    if (next.at === 'done') session.take(answer);
    setStage(next);
  }, []);

  const step = useCallback(
    async (work: () => Promise<SignInAnswer>) => {
      try {
        goOn(await work());
      } catch (error) {
        if (!(error instanceof Problem) || error.code !== 'signIn.challengeOver') throw error;
        begin('expired');
      }
    },
    [goOn, begin],
  );

  const { run } = arriving;
  useEffect(() => {
    const arrival = arrivalIn(location.hash);
    if (!arrival) return;
    // Good once: a reload shall not send it again.
    history.replaceState(history.state, '', location.pathname + location.search);
    void run(async () => {
      if ('problem' in arrival) begin(arrival);
      else goOn(await finishOidc(arrival.code));
    });
  }, [begin, goOn, run]);

  return {
    stage,
    goOn,
    step,
    startAgain: () => begin(null),
    finish: () => {
      if (stage.at === 'codes') session.take(stage.answer);
    },
    arriving,
  };
}
