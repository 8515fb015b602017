import type { ChecklistItem } from '@diemcau/contracts/meetings/readiness';

const item = (
  key: string,
  nameVi: string,
  nameEn: string,
  weight: number,
  more: Partial<Pick<ChecklistItem, 'photo' | 'validMonths' | 'seats'>> = {},
): ChecklistItem => ({ key, nameVi, nameEn, weight, photo: false, validMonths: null, seats: null, ...more });

const photo = { photo: true } as const;

/** DA-1b, DA-1c, HB-2.3, HB-6: what provinces begin with. */
export const defaultItems: readonly ChecklistItem[] = [
  item('facilities', 'Phòng kiên cố, đủ điều kiện cơ sở vật chất', 'A solid room, fit for use', 3, photo),
  item('seats', 'Phòng có từ 40 chỗ ngồi', 'The room has 40 seats or more', 2, { seats: 40 }),
  item('power', 'Nguồn điện ổn định, có tiếp đất', 'Stable and earthed power', 3, { validMonths: 12 }),
  item('backup-power', 'Nguồn điện dự phòng (UPS, máy phát)', 'Backup power (UPS, generator)', 2, {
    photo: true,
    validMonths: 12,
  }),
  item('line', 'Đường truyền Internet phù hợp thiết bị', 'An Internet line fit for the equipment', 3, {
    validMonths: 6,
  }),
  item('sound-insulation', 'Phòng được cách âm', 'The room is sound-insulated', 2, photo),
  item('curtains', 'Rèm che sáng', 'Curtains', 1, photo),
  item('air', 'Quạt hoặc điều hoà nhiệt độ', 'Fans or air-conditioning', 1, { photo: true, validMonths: 24 }),
  item('furniture', 'Bàn ghế đầy đủ', 'Furniture', 1, photo),
  item('waiting-room', 'Phòng chờ cho đại biểu', 'A waiting room', 1),
  item('contingency', 'Phương án dự phòng khi mất điện, mất đường truyền', 'Contingency plan', 2, {
    validMonths: 12,
  }),
  item('doors', 'Cửa ra vào, cửa sổ chắc chắn, có khoá', 'Doors and windows that lock', 2, photo),
  item(
    'security',
    'Thống nhất bảo vệ bằng văn bản với bảo vệ trường, công an',
    'Protection agreed in writing',
    2,
    {
      validMonths: 12,
    },
  ),
  item('rules', 'Nội quy phòng được niêm yết', 'Room rules are posted', 1, photo),
  item('fire', 'Phương tiện phòng cháy, chữa cháy', 'Fire protection', 2, { photo: true, validMonths: 12 }),
];
