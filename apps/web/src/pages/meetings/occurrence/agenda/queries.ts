import { body } from '@diemcau/client/rest';
import type {
  AddAgendaItem,
  AgendaItemStep,
  ChangeAgendaItem,
  OrderAgenda,
  ReturnAgendaItem,
  SubmitAgendaItem,
} from '@diemcau/contracts/meetings/agenda';
import { queryOptions } from '@tanstack/react-query';
import { rest } from '../../../../api/rest';
import { meetingsKey } from '../queries';

const path = '/api/v1/occurrences/{occurrenceId}/agenda';
const at = (occurrenceId: string) => ({ params: { path: { occurrenceId } } });
const item = (itemId: string) => ({ params: { path: { itemId } } });

export const agendaQuery = (occurrenceId: string) =>
  queryOptions({
    queryKey: [...meetingsKey, 'one', occurrenceId, 'agenda'],
    queryFn: () => body(rest.GET(path, at(occurrenceId))),
  });

export const addItem = ({ occurrenceId, ...wanted }: AddAgendaItem) =>
  body(rest.POST(path, { ...at(occurrenceId), body: wanted }));
export const orderItems = ({ occurrenceId, itemIds }: OrderAgenda) =>
  body(rest.PUT(`${path}/order`, { ...at(occurrenceId), body: { itemIds } }));
export const changeItem = ({ itemId, ...change }: ChangeAgendaItem) =>
  body(rest.PATCH('/api/v1/agenda/{itemId}', { ...item(itemId), body: change }));
export const removeItem = (itemId: string) => body(rest.DELETE('/api/v1/agenda/{itemId}', item(itemId)));

export const submitItem = ({ itemId, ...papers }: SubmitAgendaItem) =>
  body(rest.POST('/api/v1/agenda/{itemId}/submit', { ...item(itemId), body: papers }));
export const approveItem = ({ itemId, version }: AgendaItemStep) =>
  body(rest.POST('/api/v1/agenda/{itemId}/approve', { ...item(itemId), body: { version } }));
export const returnItem = ({ itemId, ...step }: ReturnAgendaItem) =>
  body(rest.POST('/api/v1/agenda/{itemId}/return', { ...item(itemId), body: step }));
