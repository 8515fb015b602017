import { body } from '@diemcau/client/rest';
import { Problem } from '@diemcau/client/problem';
import type { InventoryImport, InventoryRow } from '@diemcau/contracts/meetings/inventory';
import { queryOptions } from '@tanstack/react-query';
import { rest, session } from '../../../api/rest';
import { type List, useList } from '../../../admin/table/use-list';
import { currentLanguage } from '../../../i18n/language';

export const inventoryKey = ['work', 'inventory'] as const;

async function send(file: File): Promise<Response> {
  const query = new URLSearchParams({ fileName: file.name.slice(-200) || 'tep' });
  return fetch(`/api/v1/inventory-imports?${query}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${session.current() ?? ''}`,
      'accept-language': currentLanguage(),
      'content-type': 'application/octet-stream',
    },
    body: file,
  }).catch(() => {
    throw Problem.local('client.unreachable');
  });
}

/** A dry run. @throws Problem */
export async function checkInventory(file: File): Promise<InventoryImport> {
  let answer = await send(file);
  if (answer.status === 401 && (await session.renew()) !== null) answer = await send(file);
  if (!answer.ok) throw await Problem.from(answer);
  return (await answer.json()) as InventoryImport;
}

export const importQuery = (importId: string) =>
  queryOptions({
    queryKey: [...inventoryKey, 'one', importId],
    queryFn: () => body(rest.GET('/api/v1/inventory-imports/{importId}', { params: { path: { importId } } })),
  });

export const useRows = (importId: string): List<InventoryRow> =>
  useList({
    key: [...inventoryKey, 'rows', importId],
    filters: ['outcome'],
    fetch: (page, { outcome }) =>
      body(
        rest.GET('/api/v1/inventory-imports/{importId}/rows', {
          params: {
            path: { importId },
            query: { ...page, ...(outcome && { outcome: outcome as InventoryRow['outcome'] }) },
          },
        }),
      ),
  });

export const writeInventory = (importId: string) =>
  body(rest.POST('/api/v1/inventory-imports/{importId}/write', { params: { path: { importId } } }));
