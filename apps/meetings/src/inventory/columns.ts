import { folded } from '@diemcau/contracts/core/folded';
import type { InventoryColumn, InventoryField } from '@diemcau/contracts/meetings/inventory';

interface Described extends InventoryColumn {
  /** Other headers by which people call it, folded. */
  readonly aliases: readonly string[];
}

/** What the template asks for, and how the columns of older files are called. */
const columns: readonly Described[] = [
  {
    field: 'site',
    title: 'Điểm cầu',
    required: true,
    example: 'Phòng họp trực tuyến Trường THPT Mẫu',
    note: {
      vi: 'Tên điểm cầu như trong hệ thống.',
      en: 'Name of the site, as the system has it.',
    },
    aliases: ['ten diem cau', 'phong', 'phong hop', 'site'],
  },
  {
    field: 'unit',
    title: 'Đơn vị',
    required: false,
    example: 'Trường THPT Mẫu',
    note: {
      vi: 'Cần khi nhiều đơn vị có điểm cầu trùng tên.',
      en: 'Needed where sites of several units have the same name.',
    },
    aliases: ['ten don vi', 'truong', 'unit'],
  },
  {
    field: 'item',
    title: 'Loại thiết bị',
    required: true,
    example: 'Webcam',
    note: { vi: 'Tên trong danh mục thiết bị của tỉnh.', en: 'A name of the province’s catalogue.' },
    aliases: ['ten thiet bi', 'thiet bi', 'danh muc', 'device', 'item'],
  },
  {
    field: 'serialNo',
    title: 'Số sê-ri',
    required: true,
    example: 'SN-0001',
    note: {
      vi: 'Số sê-ri hoặc số tài sản; nhận ra thiết bị khi nhập lại.',
      en: 'Serial or inventory number; by it a device is known when the file comes again.',
    },
    aliases: ['so seri', 'so se ri', 'seri', 'serial', 'so tai san', 'ma tai san', 'so the tai san'],
  },
  {
    field: 'acquiredOn',
    title: 'Ngày nhận',
    required: false,
    example: '15/09/2025',
    note: { vi: 'Ngày/tháng/năm.', en: 'Day/month/year.' },
    aliases: ['ngay mua', 'ngay nhap', 'ngay cap', 'ngay su dung'],
  },
  {
    field: 'condition',
    title: 'Tình trạng',
    required: false,
    example: 'Tốt',
    note: { vi: 'Mới, Tốt, Cũ hoặc Hỏng; để trống: Tốt.', en: 'Mới, Tốt, Cũ or Hỏng; empty: Tốt.' },
    aliases: ['hien trang', 'condition'],
  },
  {
    field: 'location',
    title: 'Vị trí',
    required: false,
    example: 'Tủ thiết bị',
    note: { vi: 'Chỗ đặt trong điểm cầu.', en: 'Where at the site.' },
    aliases: ['noi dat', 'vi tri dat', 'location'],
  },
  {
    field: 'notes',
    title: 'Ghi chú',
    required: false,
    example: '',
    note: { vi: 'Tuỳ ý.', en: 'Anything.' },
    aliases: ['ghi chu khac', 'notes'],
  },
];

export const inventoryColumns: readonly InventoryColumn[] = columns.map(
  ({ aliases: _aliases, ...column }) => column,
);

export const titleOf = (field: InventoryField): string =>
  columns.find((column) => column.field === field)?.title ?? field;

const keyOf = (header: string): string => folded(header.replace(/[*:()-]+/g, ' '));
const fieldByKey = new Map(
  columns.flatMap(({ field, title, aliases }) =>
    [title, ...aliases].map((name) => [keyOf(name), field] as const),
  ),
);

/** What each column of a header holds, null for others; null when this is no header of ours. */
export function fieldsOf(cells: readonly string[]): (InventoryField | null)[] | null {
  const taken = new Set<InventoryField>();
  const fields = cells.map((cell) => {
    const field = fieldByKey.get(keyOf(cell)) ?? null;
    if (field === null || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
  return columns.every(({ field, required }) => !required || taken.has(field)) ? fields : null;
}
