import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import type { Trial, TrialState } from '@diemcau/contracts/meetings/trials';

export interface TrialRow {
  readonly id: string;
  readonly unitId: string;
  readonly unitPath: string[];
  readonly unitName: string;
  readonly title: string;
  readonly roomId: string;
  readonly roomSlug: string;
  readonly roomName: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly requiredMbps: number;
  readonly state: TrialState;
  readonly remindedAt: Date | null;
  readonly version: number;
  readonly invited: number;
  readonly passed: number;
  readonly failed: number;
}

export const trialSql = `
  SELECT w.id, w.unit_id AS "unitId", w.unit_path AS "unitPath", w.unit_name AS "unitName", w.title,
         w.room_id AS "roomId", room.slug AS "roomSlug", room.name AS "roomName", w.starts_at AS "startsAt",
         w.ends_at AS "endsAt", w.required_mbps AS "requiredMbps", w.state, w.reminded_at AS "remindedAt", w.version,
         counted.*
  FROM trials w JOIN rooms room ON room.id = w.room_id,
    LATERAL (SELECT count(*)::int AS invited, count(*) FILTER (WHERE state = 'passed')::int AS passed,
               count(*) FILTER (WHERE state = 'failed')::int AS failed
             FROM trial_units WHERE trial_id = w.id) counted`;

export const toTrial = ({ unitPath, ...row }: TrialRow, caller: Caller): Trial => ({
  ...row,
  startsAt: row.startsAt.toISOString(),
  endsAt: row.endsAt.toISOString(),
  remindedAt: row.remindedAt?.toISOString() ?? null,
  manageable: mayOn(caller, 'checks.manage', unitPath),
});
