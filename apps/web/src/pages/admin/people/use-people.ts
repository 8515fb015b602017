import { body } from '@diemcau/client/rest';
import type { UserKind, UserState, UserView } from '@diemcau/contracts/identity/user-views';
import type { userOrders } from '@diemcau/contracts/identity/users';
import { rest } from '../../../api/rest';
import { type List, useList } from '../../../admin/table/use-list';
import { peopleKey } from './queries';

export const states = ['invited', 'active', 'locked', 'disabled'] as const satisfies UserState[];
type UserOrder = (typeof userOrders)[number];
const orders = ['name', '-name', 'userName', '-userName', 'unit', '-unit'] as const satisfies UserOrder[];
export const kinds = ['staff', 'student', 'parent', 'service'] as const satisfies UserKind[];

const oneOf = <T extends string>(values: readonly T[], text: string | undefined): T | undefined =>
  values.find((value) => value === text);

/** People within the caller's scope, as the address filters them. */
export function usePeople(): List<UserView> {
  return useList({
    key: [...peopleKey, 'list'],
    filters: ['unitId', 'kind', 'state', 'role', 'classId'],
    fetch: (page, { unitId, kind, state, role, classId, sort }) => {
      const [oneKind, oneState] = [oneOf(kinds, kind), oneOf(states, state)];
      const order = oneOf(orders, sort);
      return body(
        rest.GET('/api/v1/users', {
          params: {
            query: {
              ...page,
              ...(order && { sort: order }),
              ...(unitId && { unitId }),
              ...(oneKind && { kind: oneKind }),
              ...(oneState && { state: oneState }),
              ...(role && { role }),
              ...(classId && { classId }),
            },
          },
        }),
      );
    },
  });
}
