import type { SeatingPlan } from '@diemcau/contracts/meetings/sites-seating';
import type { Site, SiteLine, SiteOperator, StateReason } from '@diemcau/contracts/meetings/sites';
import type { SiteState } from '@diemcau/contracts/meetings/vocabulary';

/** As it is kept: what was judged before it was said in English has no `itemEn`, until it is judged anew. */
type JudgedReason = Omit<StateReason, 'itemEn'> & { readonly itemEn?: string | null };

export interface SiteRow {
  readonly id: string;
  readonly unitId: string;
  readonly unitPath: string[];
  readonly unitName: string;
  readonly name: string;
  readonly address: string | null;
  readonly capacity: number;
  readonly headcountLimit: number;
  readonly requiredMbps: number;
  readonly contractedMbps: number | null;
  readonly measuredMbps: number | null;
  readonly state: SiteState;
  readonly wasReady: boolean;
  readonly suspendedReason: string | null;
  readonly reasons: JudgedReason[];
  readonly score: number | null;
  readonly seating: SeatingPlan | null;
  readonly version: number;
}

export const siteColumns = `s.id, s.unit_id AS "unitId", s.unit_path AS "unitPath", s.unit_name AS "unitName", s.name,
  s.address, s.capacity, s.headcount_limit AS "headcountLimit", s.required_mbps AS "requiredMbps",
  s.contracted_mbps AS "contractedMbps", s.measured_mbps AS "measuredMbps", s.state, s.was_ready AS "wasReady",
  s.suspended_reason AS "suspendedReason", s.reasons, s.score, s.seating, s.version`;

export const toLine = (row: SiteRow): SiteLine => ({
  id: row.id,
  unitId: row.unitId,
  unitName: row.unitName,
  name: row.name,
  address: row.address,
  capacity: row.capacity,
  headcountLimit: row.headcountLimit,
  requiredMbps: row.requiredMbps,
  state: row.state,
  score: row.score,
  version: row.version,
});

export const toSite = (row: SiteRow, operators: SiteOperator[]): Site => ({
  ...toLine(row),
  contractedMbps: row.contractedMbps,
  measuredMbps: row.measuredMbps,
  reasons: row.reasons.map(({ code, item, itemEn = item }) => ({ code, item, itemEn })),
  suspendedReason: row.suspendedReason,
  operators,
  seating: row.seating,
  unitPath: row.unitPath,
});
