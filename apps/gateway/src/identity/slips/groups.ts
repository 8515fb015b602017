import type { Caller } from '@diemcau/contracts/core/caller';
import type { SlipGroup, SlipPage, SlipSelection } from '@diemcau/contracts/identity/import-slips';
import type { ImportsClient } from '@diemcau/contracts/identity/imports';

/** All groups of what was selected, asked for page by page while they are drawn. */
export async function* groupsOf(
  imports: ImportsClient,
  selection: SlipSelection,
  first: SlipPage,
  caller: Caller,
): AsyncGenerator<SlipGroup> {
  yield* first.groups;
  for (let cursor = first.nextCursor; cursor !== null;) {
    const page = await imports.slips({ ...selection, cursor }, caller);
    yield* page.groups;
    cursor = page.nextCursor;
  }
}
