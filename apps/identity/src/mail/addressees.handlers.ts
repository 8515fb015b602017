import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import {
  type AddresseeList,
  Addressees,
  Colleagues,
  type Operators,
  PeopleByIds,
  RosterEntriesByIds,
  type StaffPage,
  StaffQuery,
  type Subscriber,
  SubscriberRef,
  UnitsOperated,
  type UnregisteredList,
} from '@diemcau/contracts/identity/addressees';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { AddresseesService } from './addressees.service.js';
import { UnregisteredService } from './unregistered.service.js';

/** Other services judge what they show of this to whom; nobody else asks. */
function serviceOnly({ kind }: Caller): void {
  if (kind !== 'service') throw new Failure(commonFailures.notAllowed);
}

@Controller()
export class AddresseesHandlers implements Handlers<typeof Addressees> {
  constructor(
    private readonly addressees: AddresseesService,
    private readonly withoutAccount: UnregisteredService,
  ) {}

  @Handles(Addressees.operators) async operators(
    { unitIds }: UnitsOperated,
    caller: Caller,
  ): Promise<Operators> {
    serviceOnly(caller);
    return { items: await this.addressees.operators(unitIds) };
  }

  @Handles(Addressees.unregistered) async unregistered(
    { unitIds }: UnitsOperated,
    caller: Caller,
  ): Promise<UnregisteredList> {
    serviceOnly(caller);
    return { items: await this.withoutAccount.of(unitIds) };
  }

  @Handles(Addressees.entries) async entries(
    { entryIds }: RosterEntriesByIds,
    caller: Caller,
  ): Promise<UnregisteredList> {
    serviceOnly(caller);
    return { items: await this.withoutAccount.byIds(entryIds) };
  }

  @Handles(Addressees.people) async people({ userIds }: PeopleByIds, caller: Caller): Promise<AddresseeList> {
    serviceOnly(caller);
    return { items: await this.addressees.people(userIds) };
  }

  @Handles(Addressees.colleagues) async colleagues(
    { unitId, q }: Colleagues,
    caller: Caller,
  ): Promise<AddresseeList> {
    serviceOnly(caller);
    return { items: await this.addressees.colleagues(unitId, q) };
  }

  @Handles(Addressees.reporting) async reporting(
    { unitIds }: UnitsOperated,
    caller: Caller,
  ): Promise<Operators> {
    serviceOnly(caller);
    return { items: await this.addressees.holders('reports.write', unitIds) };
  }

  @Handles(Addressees.approving) async approving(
    { unitIds }: UnitsOperated,
    caller: Caller,
  ): Promise<Operators> {
    serviceOnly(caller);
    return { items: await this.addressees.holders('meetings.approve', unitIds) };
  }

  @Handles(Addressees.staff) async staff(query: StaffQuery, caller: Caller): Promise<StaffPage> {
    serviceOnly(caller);
    return this.addressees.staff(query);
  }

  @Handles(Addressees.subscriber) async subscriber(
    { userId }: SubscriberRef,
    caller: Caller,
  ): Promise<Subscriber> {
    serviceOnly(caller);
    return this.addressees.subscriber(userId);
  }
}
