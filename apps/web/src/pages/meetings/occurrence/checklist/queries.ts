import { body } from '@diemcau/client/rest';
import type {
  AddChecklistItem,
  ChangeChecklistItem,
  MarkChecklistItem,
} from '@diemcau/contracts/meetings/checklists';
import { queryOptions } from '@tanstack/react-query';
import { rest } from '../../../../api/rest';
import { meetingsKey } from '../queries';

const path = '/api/v1/occurrences/{occurrenceId}/checklist';
const at = (occurrenceId: string) => ({ params: { path: { occurrenceId } } });
const item = (itemId: string) => ({ params: { path: { itemId } } });

export const checklistQuery = (occurrenceId: string) =>
  queryOptions({
    queryKey: [...meetingsKey, 'one', occurrenceId, 'checklist'],
    queryFn: () => body(rest.GET(path, at(occurrenceId))),
  });

export const addTask = ({ occurrenceId, ...wanted }: AddChecklistItem) =>
  body(rest.POST(path, { ...at(occurrenceId), body: wanted }));
export const changeTask = ({ itemId, ...change }: ChangeChecklistItem) =>
  body(rest.PATCH('/api/v1/checklist/{itemId}', { ...item(itemId), body: change }));
export const removeTask = (itemId: string) => body(rest.DELETE('/api/v1/checklist/{itemId}', item(itemId)));
export const markTask = ({ itemId, done }: MarkChecklistItem) =>
  body(rest.PUT('/api/v1/checklist/{itemId}/done', { ...item(itemId), body: { done } }));
