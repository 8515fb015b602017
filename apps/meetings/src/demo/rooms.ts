import type { NamePolicy, SupportContact } from '@diemcau/contracts/meetings/rooms';

export interface DemoRoom {
  readonly slug: string;
  readonly name: string;
  readonly namePolicy: NamePolicy;
}

export const demoRooms: readonly DemoRoom[] = [
  {
    slug: 'thanh-hoa',
    name: 'Phòng họp Sở GD&ĐT Thanh Hoá',
    namePolicy: { mode: 'pickOrType', minWords: 3, pattern: null, exampleName: 'Trung tâm GDTX Như Xuân' },
  },
  {
    slug: 'thu-thiet-bi',
    name: 'Phòng thử thiết bị',
    namePolicy: { mode: 'pickOrType', minWords: 2, pattern: null, exampleName: 'Trường THPT Như Xuân 1' },
  },
];

/** TM-4, by division. The numbers and addresses are made up. */
export const demoSupport: readonly SupportContact[] = [
  { division: 'Bộ phận Công nghệ thông tin', phone: '0237 000 0001', email: 'cntt@so-gddt.example' },
  { division: 'Văn phòng Sở', phone: '0237 000 0002', email: 'van-phong@so-gddt.example' },
  { division: 'Phòng Giáo dục Trung học', phone: '0237 000 0003', email: null },
  { division: 'Phòng Giáo dục Tiểu học', phone: '0237 000 0004', email: null },
  { division: 'Phòng Giáo dục Mầm non', phone: '0237 000 0005', email: null },
  { division: 'Phòng Giáo dục Thường xuyên và Chuyên nghiệp', phone: '0237 000 0006', email: null },
];
