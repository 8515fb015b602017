const storageKey = 'diemcau.reloadedAt';
/** A page that is missing for another reason shall not reload for ever. */
const onceInMs = 30_000;

/** After a new release the parts of an old page are gone from the server; the page is then loaded anew. */
export function reloadOnNewRelease(): void {
  addEventListener('vite:preloadError', (event) => {
    const before = Number(sessionStorage.getItem(storageKey) ?? 0);
    if (Date.now() - before < onceInMs) return;
    event.preventDefault();
    sessionStorage.setItem(storageKey, String(Date.now()));
    location.reload();
  });
}
