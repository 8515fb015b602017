import type { TrialUnit, TrialUnitState } from '@diemcau/contracts/meetings/trials';

/** As they stand on the board; a position begins with the place in this list. */
const order: readonly TrialUnitState[] = ['failed', 'waiting', 'passed'];
export const isPlaced = (key: string): boolean => /^[123] /.test(key);
export const placeOf = ({ state, unitName }: TrialUnit): string => `${order.indexOf(state) + 1} ${unitName}`;

export const place = `array_position(ARRAY['${order.join("', '")}'], u.state)`;
/** As `folded` does, of the few thousand names of one window. */
export const plainName = `replace(regexp_replace(normalize(lower(u.unit_name), NFKD), '[\\u0300-\\u036f]', '', 'g'), 'đ', 'd')`;
