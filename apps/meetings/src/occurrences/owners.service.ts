import type { ServiceCaller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { AddresseesClient } from '@diemcau/contracts/identity/addressees';
import { UnitsClient } from '@diemcau/contracts/identity/units';
import { occurrenceErrors } from '@diemcau/contracts/meetings/occurrences-errors';
import { Injectable } from '@nestjs/common';
import type { OwnerOf, UnitOf } from './made-rows.js';

const itself: ServiceCaller = { kind: 'service', name: 'meetings' };

/** Units and people as identity has them, for what meetings keep of them. */
@Injectable()
export class OwnersService {
  constructor(
    private readonly units: UnitsClient,
    private readonly people: AddresseesClient,
  ) {}

  /** By id; of one province, not closed. @throws Failure `occurrences.noSuchUnit` with the others */
  async unitsOf(provinceId: string | undefined, unitIds: readonly string[]): Promise<Map<string, UnitOf>> {
    const known = await this.known(unitIds);
    const unknown = unitIds.filter((id) => {
      const unit = known.get(id);
      return !unit || unit.closed || (provinceId !== undefined && unit.path[0] !== provinceId);
    });
    if (unknown.length > 0) throw new Failure(occurrenceErrors.noSuchUnit, { unitIds: unknown });
    return known;
  }

  /** Whatever became of them; who is unknown is left out. */
  async known(unitIds: readonly string[]): Promise<Map<string, OwnerOf & { readonly closed: boolean }>> {
    const asked = [...new Set(unitIds)];
    if (asked.length === 0) return new Map();
    const { items } = await this.units.named({ unitIds: asked.slice(0, 1000) }, itself);
    return new Map(
      items.map(({ id, path, name, type, state }) => [
        id,
        { id, path, name, type, closed: state === 'closed' },
      ]),
    );
  }

  /** @throws Failure `occurrences.noSuchPerson` for who left, or belongs to another province */
  async refuseStrangers(provinceId: string | undefined, userIds: readonly string[]): Promise<void> {
    const asked = [...new Set(userIds)];
    if (asked.length === 0) return;
    const { items } = await this.people.people({ userIds: asked }, itself);
    const units = await this.known(items.map(({ unitId }) => unitId));
    const there = new Set(
      items.filter(({ unitId }) => units.get(unitId)?.path[0] === provinceId).map(({ userId }) => userId),
    );
    const strangers = asked.filter((id) => !there.has(id));
    if (strangers.length > 0) throw new Failure(occurrenceErrors.noSuchPerson, { userIds: strangers });
  }

  /** Names by id; who left is left out. */
  async names(userIds: readonly string[]): Promise<Map<string, string>> {
    const asked = [...new Set(userIds)].slice(0, 200);
    if (asked.length === 0) return new Map();
    const { items } = await this.people.people({ userIds: asked }, itself);
    return new Map(items.map(({ userId, name }) => [userId, name]));
  }
}
