import type { DeviceCondition, DeviceState, SiteDevice } from '@diemcau/contracts/meetings/equipment';
import { day, type Pages, type Table, tableOf } from '../identity/people-files.js';

const conditions: Readonly<Record<DeviceCondition, string>> = {
  new: 'Mới',
  good: 'Tốt',
  worn: 'Cũ',
  broken: 'Hỏng',
};
const states: Readonly<Record<DeviceState, string>> = { active: 'Đang dùng', retired: 'Đã thanh lý' };

/** Every device that the filters let through, as it stands in the list (HB-6). */
export const devicesTable = (pages: Pages<SiteDevice>): Promise<Table> =>
  tableOf(
    'Thiết bị',
    {
      'Đơn vị': ({ unitName }) => unitName,
      'Điểm cầu': ({ siteName }) => siteName,
      'Loại thiết bị': ({ itemName }) => itemName,
      'Số sê-ri': ({ serialNo }) => serialNo,
      'Mã trên tem': ({ code }) => code,
      'Vị trí': ({ location }) => location,
      'Ngày nhận': ({ acquiredOn }) => day(acquiredOn),
      'Tình trạng': ({ condition }) => conditions[condition],
      'Trạng thái': ({ state }) => states[state],
      'Việc cần sửa': ({ openTasks }) => String(openTasks),
      'Bảo trì tiếp theo': ({ nextDueOn }) => day(nextDueOn),
      'Ghi chú': ({ notes }) => notes,
    },
    pages,
  );
