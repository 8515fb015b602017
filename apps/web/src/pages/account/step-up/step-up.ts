import { createContext, useContext } from 'react';

/** Does the work; has the person prove who they are first where the server wants it. False when they would not. */
export type StepUp = (work: () => Promise<void>) => Promise<boolean>;

export const StepUpContext = createContext<StepUp | null>(null);

/** `const stepUp = useStepUp(); await stepUp(() => removeFactor(id))` @throws what the work throws otherwise */
export function useStepUp(): StepUp {
  const stepUp = useContext(StepUpContext);
  if (!stepUp) throw new Error('useStepUp outside of StepUpProvider');
  return stepUp;
}
