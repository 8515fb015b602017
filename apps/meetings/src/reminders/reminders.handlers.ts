import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import {
  ChangeReminderPolicy,
  type ReminderList,
  type ReminderPolicy,
  ReminderPolicyQuery,
  Reminders,
  RemindersOf,
} from '@diemcau/contracts/meetings/reminders';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { PolicyService } from './policy.service.js';
import { ReminderListService } from './reminder-list.service.js';

@Controller()
export class RemindersHandlers implements Handlers<typeof Reminders> {
  constructor(
    private readonly policies: PolicyService,
    private readonly reminders: ReminderListService,
  ) {}

  @Handles(Reminders.policy) async policy(
    input: ReminderPolicyQuery,
    caller: Caller,
  ): Promise<ReminderPolicy> {
    return this.policies.read(input, caller);
  }

  @Handles(Reminders.changePolicy) async changePolicy(
    input: ChangeReminderPolicy,
    caller: Caller,
  ): Promise<ReminderPolicy> {
    return this.policies.change(input, caller);
  }

  @Handles(Reminders.list) async list({ occurrenceId }: RemindersOf, caller: Caller): Promise<ReminderList> {
    return this.reminders.list(occurrenceId, caller);
  }
}
