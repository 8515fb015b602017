import { Failure } from '@diemcau/contracts/core/failure';
import { siteErrors } from '@diemcau/contracts/meetings/sites-errors';
import type { SeatingPlan } from '@diemcau/contracts/meetings/sites-seating';

/** @throws Failure `sites.badSeating` for a plan that is half a grid and half a picture, or has more seats than the room */
export function checkSeating({ kind, rows, seatsPerRow, fileId }: SeatingPlan, capacity: number): void {
  const isGrid = rows !== null && seatsPerRow !== null && fileId === null && rows * seatsPerRow <= capacity;
  const isPicture = fileId !== null && rows === null && seatsPerRow === null;
  if (!(kind === 'grid' ? isGrid : isPicture)) throw new Failure(siteErrors.badSeating, { capacity });
}
