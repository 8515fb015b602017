import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import {
  AddToRoster,
  AddTraining,
  ChangeRosterEntry,
  type MissingOperators,
  MissingOperatorsQuery,
  Roster,
  type RosterEntry,
  RosterEntryRef,
  type RosterPage,
  RosterQuery,
  TrainingRef,
} from '@diemcau/contracts/identity/roster';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { KeepingService } from './keeping.service.js';
import { RosterReadingService } from './reading.service.js';
import { TrainingService } from './training.service.js';

@Controller()
export class RosterHandlers implements Handlers<typeof Roster> {
  constructor(
    private readonly reading: RosterReadingService,
    private readonly keeping: KeepingService,
    private readonly training: TrainingService,
  ) {}

  @Handles(Roster.list) async list(input: RosterQuery, caller: Caller): Promise<RosterPage> {
    return this.reading.list(input, caller);
  }

  @Handles(Roster.missing) async missing(
    input: MissingOperatorsQuery,
    caller: Caller,
  ): Promise<MissingOperators> {
    return this.reading.missing(input, caller);
  }

  @Handles(Roster.find) async find({ entryId }: RosterEntryRef, caller: Caller): Promise<RosterEntry> {
    return this.reading.find(entryId, caller);
  }

  @Handles(Roster.add) async add(input: AddToRoster, caller: Caller): Promise<RosterEntry> {
    return this.reading.known(await this.keeping.add(input, caller));
  }

  @Handles(Roster.change) async change(input: ChangeRosterEntry, caller: Caller): Promise<RosterEntry> {
    await this.keeping.change(input, caller);
    return this.reading.known(input.entryId);
  }

  @Handles(Roster.remove) async remove({ entryId }: RosterEntryRef, caller: Caller): Promise<void> {
    await this.keeping.remove(entryId, caller);
  }

  @Handles(Roster.addTraining) async addTraining(input: AddTraining, caller: Caller): Promise<RosterEntry> {
    await this.training.add(input, caller);
    return this.reading.known(input.entryId);
  }

  @Handles(Roster.removeTraining) async removeTraining(
    input: TrainingRef,
    caller: Caller,
  ): Promise<RosterEntry> {
    await this.training.remove(input, caller);
    return this.reading.known(input.entryId);
  }
}
