import type { ReportFigures } from '@diemcau/contracts/meetings/reports-figures';

const number = new Intl.NumberFormat('vi-VN');
const percent = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });
const share = (value: number | null): string => (value === null ? '—' : `${percent.format(value)}%`);
const money = (value: number): string => `${number.format(value)} đồng`;

/** Every figure with its name, in the order of the report. */
export const figureLines = (f: ReportFigures): [name: string, value: string][] => [
  ['Cuộc họp do đơn vị tổ chức', number.format(f.meetingsHeld)],
  ['Cuộc họp điểm cầu của đơn vị tham gia', number.format(f.meetingsJoined)],
  ['Cuộc họp bị huỷ', number.format(f.meetingsCancelled)],
  ['Thời gian sử dụng điểm cầu (phút)', number.format(f.minutesOfUse)],
  ['Số người dự kiến dự họp (lượt)', number.format(f.expected)],
  ['Số người dự họp (lượt)', number.format(f.present)],
  ['Tỷ lệ dự họp', share(f.attendancePercent)],
  ['Lượt kiểm tra trước họp', number.format(f.checks)],
  ['Lượt kiểm tra đạt', number.format(f.checksPassed)],
  ['Mức sẵn sàng phục vụ (lượt kiểm tra đạt)', share(f.availabilityPercent)],
  ['Số điểm cầu', number.format(f.sites)],
  ['Điểm sẵn sàng bình quân', share(f.readinessPercent)],
  ['Thiết bị đang dùng', number.format(f.devices)],
  ['Thiết bị hỏng', number.format(f.devicesBroken)],
  ['Lượt bảo trì', number.format(f.maintenances)],
  ['Chi bảo trì', money(f.maintenanceVnd)],
  ['Kinh phí dự toán', money(f.plannedVnd)],
  ['Kinh phí đã chi', money(f.actualVnd)],
];
