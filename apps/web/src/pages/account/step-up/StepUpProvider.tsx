import { Problem } from '@diemcau/client/problem';
import { type ReactNode, useCallback, useRef, useState } from 'react';
import { ConfirmIdentity } from './ConfirmIdentity';
import { type StepUp, StepUpContext } from './step-up';

const isAsked = (error: unknown): boolean =>
  error instanceof Problem && error.code === 'secondFactors.confirmFirst';

/** Asks for the password or a passkey once more where a change is too weighty for an old sign-in, then goes on with it. */
export function StepUpProvider({ children }: { children: ReactNode }) {
  const [asking, setAsking] = useState(false);
  const answer = useRef<(confirmed: boolean) => void>(undefined);
  const stepUp = useCallback<StepUp>(async (work) => {
    try {
      await work();
      return true;
    } catch (error) {
      if (!isAsked(error)) throw error;
    }
    setAsking(true);
    const confirmed = await new Promise<boolean>((resolve) => {
      answer.current = resolve;
    });
    setAsking(false);
    if (confirmed) await work();
    return confirmed;
  }, []);
  return (
    <StepUpContext value={stepUp}>
      {children}
      <ConfirmIdentity opened={asking} onAnswer={(confirmed) => answer.current?.(confirmed)} />
    </StepUpContext>
  );
}
