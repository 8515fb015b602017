import { type EntityManager, In } from 'typeorm';
import { LobbyEntry } from './lobby-entry.entity.js';

export type PresentEntry = Pick<LobbyEntry, 'id' | 'nameKey' | 'unitId' | 'state'>;

/** Who waits or has been admitted, first come first. */
export const presentIn = (manager: EntityManager, roomId: string): Promise<PresentEntry[]> =>
  manager.find(LobbyEntry, {
    select: { id: true, nameKey: true, unitId: true, state: true },
    where: { roomId, state: In(['waiting', 'admitted']) },
    order: { askedAt: 'ASC', id: 'ASC' },
  });
