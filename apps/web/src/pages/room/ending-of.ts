import type { Ending } from '@diemcau/client/room/connection';
import type { RoomEnding } from '../entry/flow';

export function endingOf(ending: Ending): RoomEnding {
  if (ending.reason !== 'refused') return ending.reason;
  const { problem } = ending;
  return problem.code.endsWith('.removed') ? 'removed' : { refusal: problem.title };
}
