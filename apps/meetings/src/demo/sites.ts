/** How far a demo site has come. */
export type DemoStanding = 'ready' | 'degraded' | 'draft';

export interface DemoSite {
  /** Code of the unit. */
  readonly unit: string;
  readonly name: string;
  readonly address: string;
  readonly capacity: number;
  readonly standing: DemoStanding;
  /** In Mbit/s; null while nobody said. */
  readonly contractedMbps: number | null;
  /** Invented; null for nobody. Operators with a demo account are found by their unit. */
  readonly operator: { readonly name: string; readonly phone: string | null } | null;
}

const site = (
  unit: string,
  name: string,
  capacity: number,
  standing: DemoStanding,
  contractedMbps: number | null,
  operator: DemoSite['operator'],
): DemoSite => ({ unit, name, address: 'Số 1 đường Mẫu', capacity, standing, contractedMbps, operator });
const person = (name: string, last: number) => ({
  name,
  phone: `0900 000 1${String(last).padStart(2, '0')}`,
});

/** Main site, standby and member sites of the demo province; nobody in it exists. */
export const demoSites: readonly DemoSite[] = [
  site('cntt', 'Phòng họp trực tuyến Sở', 80, 'ready', 100, person('Nguyễn Văn Mẫu', 1)),
  site('gdtx-thanh-hoa', 'Hội trường GDTX thành phố', 60, 'ready', 50, person('Trần Thị Mẫu', 2)),
  site('gdtx-nhu-xuan', 'Phòng họp GDTX Như Xuân', 45, 'ready', 30, person('Lê Văn Ví Dụ', 3)),
  site('gdtx-tho-xuan', 'Phòng họp GDTX Thọ Xuân', 50, 'ready', 40, person('Phạm Thị Ví Dụ', 4)),
  site('gdtx-sam-son', 'Phòng học số 2', 40, 'ready', 30, person('Hoàng Văn Thử', 5)),
  site('gdtx-bim-son', 'Hội trường nhỏ', 48, 'degraded', 6, person('Vũ Thị Thử', 6)),
  site('gdtx-muong-lat', 'Phòng họp Mường Lát', 40, 'degraded', 12, { name: 'Đặng Văn Mẫu', phone: null }),
  site('gdtx-quan-hoa', 'Phòng họp Quan Hoá', 42, 'degraded', 20, person('Bùi Thị Mẫu', 8)),
  site('gdtx-ba-thuoc', 'Phòng đa năng', 40, 'draft', 10, person('Đỗ Văn Ví Dụ', 9)),
  site('gdtx-lang-chanh', 'Phòng họp Lang Chánh', 40, 'draft', null, null),
  site('pgd-nhu-xuan', 'Phòng họp Phòng GD&ĐT Như Xuân', 30, 'draft', 20, person('Ngô Thị Mẫu', 11)),
  site('gdtx-yen-dinh', 'Hội trường Yên Định', 55, 'draft', 15, person('Dương Văn Thử', 12)),
];

export const demoRules = `1. Không ăn uống, hút thuốc, mang chất dễ cháy vào phòng.
2. Không di chuyển thiết bị, không thay đổi thông số đã cài đặt.
3. Bảo mật tài khoản phòng họp; không cho người khác mượn.
4. Bật, tắt nguồn theo đúng quy trình; kiểm tra hệ thống trước khi tắt.
5. Giữ vệ sinh phòng; báo ngay sự cố cho bộ phận kỹ thuật.`;
