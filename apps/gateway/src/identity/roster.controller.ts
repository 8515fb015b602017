import type { Caller } from '@diemcau/contracts/core/caller';
import {
  type AddToRoster,
  type AddTraining,
  type ChangeRosterEntry,
  type MissingOperators,
  type MissingOperatorsQuery,
  Roster,
  RosterClient,
  type RosterEntry,
  type RosterEntryRef,
  type RosterPage,
  type RosterQuery,
  type TrainingRef,
} from '@diemcau/contracts/identity/roster';
import { Controller } from '@nestjs/common';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

const reading = mayDo('roster.read');
const writing = mayDo('roster.write');

/** Who runs the sites (HB-10.3, HB-11.2). */
@Controller()
export class RosterController {
  constructor(private readonly roster: RosterClient) {}

  @Route.get('roster', Roster.list, reading, 'Danh bạ cán bộ vận hành · Roster of operators')
  list(input: RosterQuery, caller: Caller): Promise<RosterPage> {
    return this.roster.list(input, caller);
  }

  @Route.get('roster/missing', Roster.missing, reading, 'Đơn vị chưa có cán bộ · Units without an operator')
  missing(input: MissingOperatorsQuery, caller: Caller): Promise<MissingOperators> {
    return this.roster.missing(input, caller);
  }

  @Route.post('roster', Roster.add, writing, 'Thêm cán bộ vận hành · Add an operator', { status: 201 })
  add(input: AddToRoster, caller: Caller): Promise<RosterEntry> {
    return this.roster.add(input, caller);
  }

  @Route.get('roster/:entryId', Roster.find, reading, 'Một cán bộ · One entry')
  find(input: RosterEntryRef, caller: Caller): Promise<RosterEntry> {
    return this.roster.find(input, caller);
  }

  @Route.patch(
    'roster/:entryId',
    Roster.change,
    writing,
    'Sửa, ghi ngày kết thúc · Change an entry or end it',
  )
  change(input: ChangeRosterEntry, caller: Caller): Promise<RosterEntry> {
    return this.roster.change(input, caller);
  }

  @Route.delete('roster/:entryId', Roster.remove, writing, 'Xoá dòng ghi nhầm · Remove a mistaken entry')
  remove(input: RosterEntryRef, caller: Caller): Promise<void> {
    return this.roster.remove(input, caller);
  }

  @Route.post(
    'roster/:entryId/training',
    Roster.addTraining,
    writing,
    'Ghi khoá tập huấn · Add a training record',
    {
      status: 201,
    },
  )
  addTraining(input: AddTraining, caller: Caller): Promise<RosterEntry> {
    return this.roster.addTraining(input, caller);
  }

  @Route.delete(
    'roster/:entryId/training/:trainingId',
    Roster.removeTraining,
    writing,
    'Xoá khoá tập huấn ghi nhầm · Remove a mistaken training record',
  )
  removeTraining(input: TrainingRef, caller: Caller): Promise<RosterEntry> {
    return this.roster.removeTraining(input, caller);
  }
}
