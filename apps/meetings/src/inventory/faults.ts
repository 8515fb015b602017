import type { InventoryFault } from '@diemcau/contracts/meetings/inventory';

/** What can be wrong with a cell or a row; `{0}` is filled in. */
const words = {
  required: ['Thiếu «{0}»', '“{0}” is missing'],
  tooLong: ['Dài quá {0} ký tự', 'Longer than {0} characters'],
  unknownSite: [
    'Không có điểm cầu mang tên này trong phạm vi của bạn',
    'No site within your scope has this name',
  ],
  manySites: [
    'Có {0} điểm cầu trùng tên; xin ghi thêm cột «Đơn vị»',
    '{0} sites have this name; please fill in the column “Đơn vị” too',
  ],
  siteRetired: ['Điểm cầu đã ngừng, không nhận thêm thiết bị', 'The site is retired'],
  unknownItem: ['Danh mục của tỉnh không có mục này', 'The province’s catalogue has no such item'],
  itemRetired: ['Mục này của danh mục đã ngừng dùng', 'This item of the catalogue is retired'],
  notADate: [
    'Ngày không đúng; viết ngày/tháng/năm, ví dụ 15/09/2025',
    'Not a date; write day/month/year, such as 15/09/2025',
  ],
  unknownCondition: ['Chỉ nhận: Mới, Tốt, Cũ, Hỏng', 'One of: Mới, Tốt, Cũ, Hỏng'],
  twiceInFile: ['Thiết bị này đã có ở dòng {0}', 'This device is in row {0} already'],
  elsewhere: [
    'Số sê-ri này thuộc thiết bị ngoài phạm vi của bạn',
    'This serial number belongs to a device out of your scope',
  ],
  retired: ['Thiết bị này đã thanh lý', 'This device is retired'],
  doubtful: [
    'Không đọc chắc được ô này; xin gõ lại',
    'The cell cannot be read for certain; please type it again',
  ],
} as const satisfies Record<string, readonly [string, string]>;

export type InventoryFaultCode = keyof typeof words;

/** @param column counted from 1; null when it is about the row as a whole */
export function faultOf(
  code: InventoryFaultCode,
  column: number | null,
  ...details: readonly (string | number)[]
): InventoryFault {
  const [vi, en] = words[code].map((text) =>
    text.replace(/\{(\d)\}/g, (_, n: string) => String(details[Number(n)] ?? '')),
  );
  return { code: `inventory.${code}`, column, message: { vi: vi ?? code, en: en ?? code } };
}
