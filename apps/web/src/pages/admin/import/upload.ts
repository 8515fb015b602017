import { Problem } from '@diemcau/client/problem';
import type { ImportKindName, ImportView } from '@diemcau/contracts/identity/imports';
import { session } from '../../../api/rest';
import { currentLanguage } from '../../../i18n/language';

export interface Upload {
  readonly kind: ImportKindName;
  readonly file: File;
  /** Only for somebody with rights in several provinces. */
  readonly unitId: string | null;
  /** From 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/** Sends the file; `fetch` would tell nothing of how far it is. @throws Problem */
export async function uploadFile(upload: Upload): Promise<ImportView> {
  let answer = await send(upload);
  if (answer.status === 401 && (await session.renew()) !== null) answer = await send(upload);
  if (!answer.ok) throw await Problem.from(answer);
  return (await answer.json()) as ImportView;
}

function send({ kind, file, unitId, onProgress, signal }: Upload): Promise<Response> {
  const query = new URLSearchParams({ kind, fileName: file.name.slice(-200), ...(unitId && { unitId }) });
  const request = new XMLHttpRequest();
  request.open('POST', `/api/v1/imports?${query}`);
  request.setRequestHeader('authorization', `Bearer ${session.current() ?? ''}`);
  request.setRequestHeader('accept-language', currentLanguage());
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.upload.addEventListener('progress', ({ loaded, total }) =>
    onProgress(total === 0 ? 0 : loaded / total),
  );
  const stop = () => request.abort();
  signal.addEventListener('abort', stop, { once: true });
  return new Promise<Response>((resolve, reject) => {
    const unreachable = () => reject(Problem.local('client.unreachable'));
    request.addEventListener('error', unreachable);
    request.addEventListener('abort', unreachable);
    request.addEventListener('load', () =>
      resolve(
        new Response(request.responseText || null, {
          status: request.status,
          headers: { 'retry-after': request.getResponseHeader('retry-after') ?? '' },
        }),
      ),
    );
    request.send(file);
  }).finally(() => signal.removeEventListener('abort', stop));
}
