import type { LobbyEntry as LobbyEntryDto } from '@diemcau/contracts/meetings/lobby';
import type { LobbyEntry } from './lobby-entry.entity.js';

export const toDto = (entry: LobbyEntry): LobbyEntryDto => ({
  id: entry.id,
  roomId: entry.roomId,
  fullName: entry.fullName,
  unitId: entry.unitId,
  state: entry.state,
  reason: entry.reason,
  duplicateOf: entry.duplicateOf,
  lineTestId: entry.lineTestId,
  askedAt: entry.askedAt.toISOString(),
  decidedAt: entry.decidedAt?.toISOString() ?? null,
});
