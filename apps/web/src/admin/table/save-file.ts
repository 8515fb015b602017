import { Problem } from '@diemcau/client/problem';
import { session } from '../../api/rest';
import { currentLanguage } from '../../i18n/language';

/** Hands a file made here to the browser's downloads. */
export function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

const request = (path: string) =>
  fetch(path, {
    headers: { authorization: `Bearer ${session.current() ?? ''}`, 'accept-language': currentLanguage() },
  }).catch(() => {
    throw Problem.local('client.unreachable');
  });

/** Fetches a file that the server makes: `await download('/api/v1/imports/…/slips.pdf', 'phieu.pdf')`. @throws Problem */
export async function download(path: string, name: string): Promise<void> {
  let response = await request(path);
  if (response.status === 401 && (await session.renew()) !== null) response = await request(path);
  if (!response.ok) throw await Problem.from(response);
  saveFile(await response.blob(), name);
}
