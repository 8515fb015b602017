import { Ids, Instant } from '../core/fields.js';
import { facts } from '../core/messages.js';

/** What happened in these rooms before this moment is kept no longer. */
export class RoomTracesExpired {
  @Ids({ max: 1000 }) roomIds: string[];
  @Instant() before: string;
}

export const RetentionFacts = facts('meetings.retention', { roomTracesExpired: RoomTracesExpired });
