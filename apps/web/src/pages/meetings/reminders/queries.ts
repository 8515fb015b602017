import { body } from '@diemcau/client/rest';
import type { ChangeReminderPolicy, ReminderPolicy } from '@diemcau/contracts/meetings/reminders';
import { queryOptions } from '@tanstack/react-query';
import { rest } from '../../../api/rest';

export const reminderPolicyKey = ['work', 'reminder-policy'] as const;

export const reminderPolicyQuery = () =>
  queryOptions({ queryKey: reminderPolicyKey, queryFn: () => body(rest.GET('/api/v1/reminder-policy')) });

export const changeReminderPolicy = (change: ChangeReminderPolicy): Promise<ReminderPolicy> =>
  body(rest.PUT('/api/v1/reminder-policy', { body: change }));
