import { type NextStep, nextStep } from './next-step.js';

const t = true;
const f = false;

test.each<[boolean, boolean, boolean, boolean, NextStep]>([
  // initial, proven, hasFactor, required
  [f, f, f, f, 'open'],
  [f, f, f, t, 'enrolSecondFactor'],
  [f, f, t, f, 'secondFactor'],
  [f, f, t, t, 'secondFactor'],
  [f, t, t, t, 'open'],
  [f, t, f, t, 'open'],
  [t, f, f, f, 'newPassword'],
  [t, f, f, t, 'newPassword'],
  [t, f, t, f, 'secondFactor'],
  [t, t, t, t, 'newPassword'],
])(
  'initial %p, proven %p, has a factor %p, required %p: %s',
  (initial, proven, hasFactor, required, next) => {
    expect(nextStep({ initial, proven, hasFactor, required })).toBe(next);
  },
);
