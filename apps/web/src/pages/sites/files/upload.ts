import { Problem } from '@diemcau/client/problem';
import type { FilePurpose, StoredFile } from '@diemcau/contracts/meetings/files';
import { session } from '../../../api/rest';
import { currentLanguage } from '../../../i18n/language';

const headers = () => ({
  authorization: `Bearer ${session.current() ?? ''}`,
  'accept-language': currentLanguage(),
});

async function asked(path: string, init: RequestInit): Promise<Response> {
  const ask = () =>
    fetch(path, { ...init, headers: { ...headers(), ...init.headers } }).catch(() => {
      throw Problem.local('client.unreachable');
    });
  let answer = await ask();
  if (answer.status === 401 && (await session.renew()) !== null) answer = await ask();
  if (!answer.ok) throw await Problem.from(answer);
  return answer;
}

/** Keeps a photo or a document; what refers to it names its id. @throws Problem */
export async function uploadFile(purpose: FilePurpose, file: File): Promise<StoredFile> {
  const query = new URLSearchParams({ purpose, name: file.name.slice(-200) || 'tep' });
  const type = { 'content-type': 'application/octet-stream' };
  const answer = await asked(`/api/v1/files?${query}`, { method: 'POST', headers: type, body: file });
  return (await answer.json()) as StoredFile;
}

/** @throws Problem */
export const fetchFile = async (fileId: string): Promise<Blob> =>
  (await asked(`/api/v1/files/${fileId}`, {})).blob();
