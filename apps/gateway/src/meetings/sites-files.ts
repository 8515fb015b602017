import type { CostKind, CostSums } from '@diemcau/contracts/meetings/costs';
import type { PlanStanding, PlanStatus } from '@diemcau/contracts/meetings/site-documents';
import { type Cell, xlsxOf } from '@diemcau/spreadsheets/write/xlsx';
import { StreamableFile } from '@nestjs/common';
import { xlsxType } from '../identity/imports-files.js';
import { day, type Pages, type Table, tableOf } from '../identity/people-files.js';

const standings: Readonly<Record<PlanStanding, string>> = {
  missing: 'Chưa có',
  valid: 'Còn hiệu lực',
  expiring: 'Sắp hết hạn',
  expired: 'Đã hết hạn',
};
const kinds: Readonly<Record<CostKind, string>> = {
  operation: 'Vận hành',
  maintenance: 'Bảo trì, sửa chữa',
  line: 'Đường truyền',
  power: 'Điện',
  equipment: 'Thiết bị',
  training: 'Tập huấn',
  other: 'Khác',
};

/** DA-1 */
export const plansTable = (pages: Pages<PlanStatus>): Promise<Table> =>
  tableOf(
    'Kế hoạch, phương án',
    {
      'Đơn vị': ({ unitName }) => unitName,
      'Điểm cầu': ({ siteName }) => siteName,
      'Kế hoạch quản lý': ({ managementPlan }) => standings[managementPlan],
      'Hiệu lực đến': ({ managementPlanTo }) => day(managementPlanTo),
      'Phương án bảo vệ': ({ securityPlan }) => standings[securityPlan],
      'Hiệu lực đến ngày': ({ securityPlanTo }) => day(securityPlanTo),
      'Đã báo cáo': ({ reportedTo }) => reportedTo,
      'Ngày báo cáo': ({ reportedOn }) => day(reportedOn),
    },
    pages,
  );

/** HB-11.3 */
export function costsFile({ items }: CostSums, year: number): StreamableFile {
  const header = ['Đơn vị', 'Khoản', 'Dự toán (đồng)', 'Thực chi (đồng)'];
  const rows: Cell[][] = [
    header.map((text) => ({ text, look: 'header' as const })),
    ...items.map(({ unitName, kind, planned, actual }): Cell[] => [
      unitName,
      kinds[kind],
      String(planned),
      String(actual),
    ]),
  ];
  const sheet = { name: `Kinh phí ${year}`, frozenRows: 1, widths: [36, 24, 20, 20], rows };
  return new StreamableFile(xlsxOf([sheet]), {
    type: xlsxType,
    disposition: `attachment; filename="kinh-phi-${year}.xlsx"`,
  });
}
