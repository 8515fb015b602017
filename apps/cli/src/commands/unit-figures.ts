import type { UnitCounts } from '@diemcau/contracts/identity/unit-reports';
import type { Say } from '../language.js';

function figuresOf({ units, people, types }: UnitCounts, say: Say): Map<string, number> {
  const words = { units: say('đơn vị', 'units'), people: say('người', 'people') };
  return new Map([
    [words.units, units],
    [words.people, people],
    ...types.flatMap((one): [string, number][] => [
      [`${one.type}: ${words.units}`, one.units],
      [`${one.type}: ${words.people}`, one.people],
    ]),
  ]);
}

/** The figures of two trees beside each other; a type that one of them lacks has none there. */
export function compared(say: Say, asItWas: UnitCounts, asItIsNow: UnitCounts) {
  const [before, now] = [figuresOf(asItWas, say), figuresOf(asItIsNow, say)];
  return [...new Set([...before.keys(), ...now.keys()])].map((name) => ({
    name,
    before: before.get(name),
    now: now.get(name),
  }));
}
