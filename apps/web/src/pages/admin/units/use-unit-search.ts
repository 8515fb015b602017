import { body } from '@diemcau/client/rest';
import type { Unit, UnitState } from '@diemcau/contracts/identity/units';
import { rest } from '../../../api/rest';
import { useAddressState } from '../../../admin/table/list-search';
import { type List, useList } from '../../../admin/table/use-list';

const states: readonly string[] = ['planned', 'active', 'closed'] satisfies UnitState[];
const isState = (text: string | undefined): text is UnitState => text !== undefined && states.includes(text);

/** Units by words, type and state on the day that is shown. */
export function useUnitSearch(): List<Unit> {
  const [{ on, closed }] = useAddressState();
  return useList({
    key: ['admin', 'units', 'search', on ?? null, closed ?? null],
    filters: ['type', 'state'],
    fetch: (page, { type, state }) =>
      body(
        rest.GET('/api/v1/units', {
          params: {
            query: {
              ...page,
              ...(type && { type }),
              ...(isState(state) && { state }),
              ...(on && { on }),
              ...(closed && { includeClosed: true }),
            },
          },
        }),
      ),
  });
}
