import { body } from '@diemcau/client/rest';
import { queryOptions } from '@tanstack/react-query';
import { rest } from '../../../../api/rest';

/** What is known of a file that never changes: its name, its size. */
export const fileQuery = (fileId: string | null) =>
  queryOptions({
    queryKey: ['work', 'files', 'about', fileId],
    queryFn: () =>
      body(rest.GET('/api/v1/files/{fileId}/about', { params: { path: { fileId: fileId ?? '' } } })),
    enabled: fileId !== null,
    staleTime: Infinity,
  });
