import type { SeatingPlan } from '@diemcau/contracts/meetings/sites-seating';
import { isSpan, regionOf, spanOf } from './region';

const grid: SeatingPlan = { kind: 'grid', rows: 5, seatsPerRow: 8, fileId: null, marks: [] };
const picture: SeatingPlan = { kind: 'picture', rows: null, seatsPerRow: null, fileId: 'f', marks: [] };

test('rows and seats become shares of the plan, and come back as they were said', () => {
  const span = { fromAcross: 3, toAcross: 6, fromDown: 1, toDown: 2 };
  expect(regionOf(span, grid)).toEqual({ x: 0.25, y: 0, width: 0.5, height: 0.4 });
  for (let from = 1; from <= 8; from++) {
    for (let to = from; to <= 8; to++) {
      const one = { ...span, fromAcross: from, toAcross: to };
      expect(spanOf(regionOf(one, grid), grid)).toEqual(one);
    }
  }
});

test('of a picture they are per cent', () => {
  const span = { fromAcross: 1, toAcross: 33, fromDown: 51, toDown: 100 };
  expect(spanOf(regionOf(span, picture), picture)).toEqual(span);
});

test.each([
  [{ fromAcross: 1, toAcross: 8, fromDown: 1, toDown: 5 }, true],
  [{ fromAcross: 4, toAcross: 3, fromDown: 1, toDown: 5 }, false],
  [{ fromAcross: 1, toAcross: 9, fromDown: 1, toDown: 5 }, false],
  [{ fromAcross: 0, toAcross: 2, fromDown: 1, toDown: 5 }, false],
])('%o lies in the room: %s', (span, inside) => {
  expect(isSpan(span, grid)).toBe(inside);
});
