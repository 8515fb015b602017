import { Failure } from '@diemcau/contracts/core/failure';
import type { Fact } from '@diemcau/contracts/core/messages';
import { type LobbyEntry as LobbyEntryDto, lobbyErrors, LobbyFacts } from '@diemcau/contracts/meetings/lobby';
import { Facts } from '@diemcau/service/facts/facts';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { duplicateOf } from './likely-duplicate.js';
import { toDto } from './entry.dto.js';
import { LobbyEntry } from './lobby-entry.entity.js';
import { presentIn } from './present.js';

/** How a waiting entry, or one already admitted, goes on. */
export type Decision =
  | { readonly state: 'admitted'; readonly by: string }
  | { readonly state: 'refused'; readonly by: string; readonly reason: string }
  | { readonly state: 'withdrawn' }
  | { readonly state: 'removed'; readonly by: string };

const factOf: Record<Decision['state'], Fact<LobbyEntryDto>> = {
  admitted: LobbyFacts.admitted,
  refused: LobbyFacts.refused,
  withdrawn: LobbyFacts.withdrawn,
  removed: LobbyFacts.removed,
};

/** Every change of an entry's state goes through here: conditional, so that of two deciders one wins, and told as a fact. */
@Injectable()
export class EntriesService {
  constructor(private readonly facts: Facts) {}

  /**
   * Decides those that are still in one of the states, and leaves the others.
   * @returns the decided ones as they are now
   */
  async decide(
    manager: EntityManager,
    ids: readonly string[],
    from: readonly LobbyEntryDto['state'][],
    decision: Decision,
  ): Promise<LobbyEntryDto[]> {
    const { raw } = await manager
      .createQueryBuilder()
      .update(LobbyEntry)
      .set({
        state: decision.state,
        reason: decision.state === 'refused' ? decision.reason : null,
        decidedBy: 'by' in decision ? decision.by : null,
        decidedAt: () => 'clock_timestamp()',
      })
      .where({ id: In([...ids]), state: In([...from]) })
      .returning('id')
      .execute();
    const decidedIds = (raw as { id: string }[]).map(({ id }) => id);
    const decided = await manager.find(LobbyEntry, {
      where: { id: In(decidedIds) },
      order: { askedAt: 'ASC' },
    });
    for (const entry of decided) {
      await this.facts.record(manager, factOf[decision.state], toDto(entry));
      if (decision.state !== 'admitted') await this.unflagLike(manager, entry);
    }
    return decided.map(toDto);
  }

  /** @throws Failure `lobby.notWaiting` with the state that somebody else brought about first */
  async decideWaiting(manager: EntityManager, id: string, decision: Decision): Promise<LobbyEntryDto> {
    const [decided] = await this.decide(manager, [id], ['waiting'], decision);
    if (decided) return decided;
    const { state } = await manager.findOneByOrFail(LobbyEntry, { id });
    throw new Failure(lobbyErrors.notWaiting, { entryId: id, state });
  }

  /** Who was flagged as like this one is no longer, unless like another who came before. */
  private async unflagLike(manager: EntityManager, gone: LobbyEntry): Promise<void> {
    const flagged = await manager.findBy(LobbyEntry, { duplicateOf: gone.id, state: 'waiting' });
    if (flagged.length === 0) return;
    const present = await presentIn(manager, gone.roomId);
    for (const entry of flagged) {
      const before = present.slice(
        0,
        present.findIndex(({ id }) => id === entry.id),
      );
      await manager.update(LobbyEntry, { id: entry.id }, { duplicateOf: duplicateOf(entry, before) });
    }
  }
}
