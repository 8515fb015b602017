/** How far somebody has come in signing in. */
export interface Standing {
  /** The secret typed was an initial one: it opens nothing but choosing a password. */
  readonly initial: boolean;
  /** A second factor was proven, or what was proven is worth two. */
  readonly proven: boolean;
  /** The account has a second factor. */
  readonly hasFactor: boolean;
  /** The province demands a second factor of the account. */
  readonly required: boolean;
}

export type NextStep = 'secondFactor' | 'newPassword' | 'enrolSecondFactor' | 'open';

/** Whoever holds a factor proves it before anything else, so that a stolen slip changes no password. */
export function nextStep({ initial, proven, hasFactor, required }: Standing): NextStep {
  if (hasFactor && !proven) return 'secondFactor';
  if (initial) return 'newPassword';
  return required && !proven ? 'enrolSecondFactor' : 'open';
}
