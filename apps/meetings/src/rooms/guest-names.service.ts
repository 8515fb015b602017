import { Failure } from '@diemcau/contracts/core/failure';
import { lobbyErrors } from '@diemcau/contracts/meetings/lobby';
import { Injectable } from '@nestjs/common';
import { InvitedUnitsService } from './invited-units.service.js';
import { nameKey, wordsOf } from './name-key.js';
import { faultOfName, type GivenName, tidied } from './name-policy.js';
import type { Room } from './room.entity.js';

/** A guest's name as the lobby keeps it. */
export interface GuestName {
  readonly fullName: string;
  readonly nameKey: string;
  /** The invited unit that was picked, or whose name was typed. */
  readonly unitId: string | null;
}

@Injectable()
export class GuestNamesService {
  constructor(private readonly invited: InvitedUnitsService) {}

  /** Who picked a unit is called as the unit is called, so that nobody picks one name and shows another. */
  async picked(room: Room, unitId: string): Promise<GuestName> {
    const unit = await this.invited.find(room.id, unitId);
    if (!unit) throw new Failure(lobbyErrors.notInvited, { unitId });
    refuseFault(room, { name: unit.name, picked: true, isInvitedUnit: true });
    return { fullName: unit.name, nameKey: unit.nameKey, unitId };
  }

  /** @throws Failure `lobby.nameTooShort`, `lobby.namePattern`, `lobby.pickUnit` with what the room asks for */
  async typed(room: Room, text: string): Promise<GuestName> {
    const name = tidied(text);
    const key = nameKey(name);
    const alike = await this.invited.withKey(room.id, key);
    const called = alike.filter((unit) => wordsOf(unit.name).join(' ') === wordsOf(name).join(' '));
    refuseFault(room, { name, picked: false, isInvitedUnit: called.length > 0 });
    const [unit, another] = called.length > 0 ? called : alike;
    return { fullName: name, nameKey: key, unitId: unit && !another ? unit.unitId : null };
  }

  /** What makes two spellings the same name, to find whom a guest's name means. */
  keyOf(name: string): string {
    return nameKey(name);
  }

  /** The name of a guest's unit where it says more than the guest's own name. */
  async unitBeside(roomId: string, fullName: string, unitId: string | null): Promise<string | null> {
    const unit = unitId === null ? null : await this.invited.find(roomId, unitId);
    return unit && unit.nameKey !== nameKey(fullName) ? unit.name : null;
  }
}

function refuseFault({ namePolicy }: Room, given: GivenName): void {
  const fault = faultOfName(namePolicy, given);
  if (!fault) return;
  const { minWords, exampleName } = namePolicy;
  throw new Failure(fault, { minWords, exampleName });
}
