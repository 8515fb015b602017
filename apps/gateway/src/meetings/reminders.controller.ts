import type { Caller } from '@diemcau/contracts/core/caller';
import {
  ChangeReminderPolicy,
  type ReminderList,
  type ReminderPolicy,
  ReminderPolicyQuery,
  Reminders,
  RemindersClient,
  RemindersOf,
} from '@diemcau/contracts/meetings/reminders';
import { Controller } from '@nestjs/common';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

/** Who is reminded of what, and which reminders a meeting had. */
@Controller()
export class RemindersController {
  constructor(private readonly reminders: RemindersClient) {}

  @Route.get(
    'reminder-policy',
    Reminders.policy,
    mayDo('meetings.read'),
    'Chính sách nhắc của tỉnh · Reminder policy of the province',
  )
  policy(input: ReminderPolicyQuery, caller: Caller): Promise<ReminderPolicy> {
    return this.reminders.policy(input, caller);
  }

  @Route.put(
    'reminder-policy',
    Reminders.changePolicy,
    mayDo('meetings.configure'),
    'Đổi chính sách nhắc · Change the reminder policy',
  )
  changePolicy(input: ChangeReminderPolicy, caller: Caller): Promise<ReminderPolicy> {
    return this.reminders.changePolicy(input, caller);
  }

  @Route.get(
    'occurrences/:occurrenceId/reminders',
    Reminders.list,
    mayDo('meetings.write'),
    'Các lần nhắc của một phiên họp · Reminders of a meeting',
  )
  list(input: RemindersOf, caller: Caller): Promise<ReminderList> {
    return this.reminders.list(input, caller);
  }
}
