import type { EquipmentPurpose } from '@diemcau/contracts/meetings/catalogue';
import type { VitalPart } from '@diemcau/contracts/meetings/vital-parts';

interface DefaultItem {
  readonly key: string;
  readonly name: string;
  readonly purpose: EquipmentPurpose;
  /** Nothing unless told. */
  readonly serves?: readonly VitalPart[];
  readonly notes: string | null;
}

/** What every province's catalogue begins with (TM-1c, DA-0); from then on it is the province's to change. */
export const defaultItems: readonly DefaultItem[] = [
  {
    key: 'webcam',
    name: 'Webcam',
    purpose: 'both',
    serves: ['camera'],
    notes: 'Từ 1080p, có giá kẹp; dùng cho họp và ghi bài giảng.',
  },
  {
    key: 'wireless-microphone',
    name: 'Micro không dây',
    purpose: 'both',
    serves: ['microphone'],
    notes: 'Cài áo hoặc cầm tay; sạc đầy trước buổi họp.',
  },
  {
    key: 'loudspeaker',
    name: 'Loa',
    purpose: 'both',
    serves: ['loudspeaker'],
    notes: 'Có khử vang nếu đặt cùng phòng với micro.',
  },
  { key: 'tripod', name: 'Chân máy', purpose: 'both', notes: 'Cho webcam, máy quay hoặc điện thoại.' },
  {
    key: 'conference-microphone',
    name: 'Micro hội nghị để bàn',
    purpose: 'meeting',
    serves: ['microphone'],
    notes: null,
  },
  {
    key: 'speakerphone',
    name: 'Loa kèm micro đa hướng',
    purpose: 'meeting',
    serves: ['microphone', 'loudspeaker'],
    notes: 'Cho phòng nhỏ, dưới 10 người.',
  },
  {
    key: 'ptz-camera',
    name: 'Camera PTZ',
    purpose: 'meeting',
    serves: ['camera'],
    notes: 'Xoay, nghiêng, phóng; lưu các vị trí đặt sẵn.',
  },
  { key: 'codec', name: 'Thiết bị hội nghị truyền hình (codec)', purpose: 'meeting', notes: null },
  { key: 'display', name: 'Màn hình, tivi', purpose: 'both', notes: 'Từ 55 inch cho phòng 40 người.' },
  { key: 'projector', name: 'Máy chiếu', purpose: 'both', notes: 'Kèm màn chiếu.' },
  { key: 'computer', name: 'Máy tính', purpose: 'both', notes: null },
  { key: 'mixer', name: 'Bàn trộn âm thanh', purpose: 'meeting', notes: null },
  { key: 'amplifier', name: 'Âm ly', purpose: 'both', notes: null },
  { key: 'router', name: 'Bộ định tuyến, bộ phát Wi-Fi', purpose: 'both', notes: null },
  { key: 'ups', name: 'Bộ lưu điện (UPS)', purpose: 'both', notes: 'Giữ được ít nhất 15 phút khi mất điện.' },
  { key: 'document-camera', name: 'Máy chiếu vật thể', purpose: 'teaching', notes: null },
  { key: 'interactive-board', name: 'Bảng tương tác', purpose: 'teaching', notes: null },
  { key: 'graphics-tablet', name: 'Bảng vẽ điện tử', purpose: 'teaching', notes: null },
];
