import type {
  DeviceCondition,
  DeviceOrder,
  MaintenanceStanding,
} from '@diemcau/contracts/meetings/equipment';
import type { ListSearch } from '../../../admin/table/list-search';

/** Days to look ahead that are offered. */
export const aheads = ['7', '30', '90'] as const;
const conditions: readonly DeviceCondition[] = ['new', 'good', 'worn', 'broken'];
const orders: readonly DeviceOrder[] = ['item', '-item', 'site', '-site', 'dueOn', '-dueOn'];

/** The filters of the list, as the server takes them; what somebody wrote into the address otherwise is left out. */
export interface DeviceFilters {
  unitId?: string;
  itemId?: string;
  condition?: DeviceCondition;
  state?: 'retired';
  maintenance?: MaintenanceStanding;
  withinDays?: number;
  sort?: DeviceOrder;
}

/** @param standing `late`, `unplanned`, or days to look ahead */
function standingOf(standing: string | undefined): Pick<DeviceFilters, 'maintenance' | 'withinDays'> {
  if (standing === 'late' || standing === 'unplanned') return { maintenance: standing };
  const ahead = aheads.find((days) => days === standing);
  return ahead ? { maintenance: 'due', withinDays: Number(ahead) } : {};
}

export function filtersOf({
  unitId,
  itemId,
  condition: wanted,
  state,
  standing,
  sort: order,
}: ListSearch): DeviceFilters {
  const condition = conditions.find((one) => one === wanted);
  const sort = orders.find((one) => one === order);
  return {
    ...(unitId && { unitId }),
    ...(itemId && { itemId }),
    ...(condition && { condition }),
    ...(state === 'retired' && { state }),
    ...standingOf(standing),
    ...(sort && { sort }),
  };
}
