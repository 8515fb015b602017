import { body } from '@diemcau/client/rest';
import type { ImportState, ImportView } from '@diemcau/contracts/identity/imports';
import { queryOptions } from '@tanstack/react-query';
import { rest } from '../../../api/rest';

export const importsKey = ['admin', 'imports'] as const;

export const kindsQuery = () =>
  queryOptions({
    queryKey: [...importsKey, 'kinds'],
    queryFn: () => body(rest.GET('/api/v1/import-kinds')),
    staleTime: 300_000,
  });

/** Something is being done with it at this moment. */
export const isWorking = (state: ImportState): boolean =>
  state === 'uploading' || state === 'uploaded' || state === 'reading' || state === 'running';

/** Looked at every second while it works: that is what its progress is for. */
export const importQuery = (importId: string) =>
  queryOptions({
    queryKey: [...importsKey, 'one', importId],
    queryFn: () => body(rest.GET('/api/v1/imports/{importId}', { params: { path: { importId } } })),
    refetchInterval: ({ state }) => (state.data && isWorking(state.data.state) ? 1000 : false),
  });

/** Units that have slips to print, or, with a unit, its classes; the first 50 that the words fit. */
export const slipCountsQuery = (importId: string, unitId: string | undefined, q: string) =>
  queryOptions({
    queryKey: [...importsKey, 'slips', importId, unitId, q],
    queryFn: () =>
      body(
        rest.GET('/api/v1/imports/{importId}/slip-counts', {
          params: { path: { importId }, query: { ...(unitId && { unitId }), ...(q && { q }) } },
        }),
      ),
  });

export const startImport = (importId: string): Promise<ImportView> =>
  body(rest.POST('/api/v1/imports/{importId}/start', { params: { path: { importId } } }));

export const cancelImport = (importId: string): Promise<ImportView> =>
  body(rest.POST('/api/v1/imports/{importId}/cancel', { params: { path: { importId } } }));

export interface ColumnChoice {
  readonly column: number;
  readonly field: string;
}

/** Columns that are not named are left out; the dry run is done again. */
export const mapColumns = (importId: string, columns: readonly ColumnChoice[]): Promise<ImportView> =>
  body(
    rest.PUT('/api/v1/imports/{importId}/columns', {
      params: { path: { importId } },
      body: { columns: [...columns] },
    }),
  );
