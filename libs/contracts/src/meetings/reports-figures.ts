import { Decimal, Int } from '../core/fields.js';

const many = { min: 0, max: 1_000_000_000 };
const money = { min: 0, max: 1_000_000_000_000_000 };
/** Null where there is nothing to take a share of. */
const share = { min: 0, max: 100, nullable: true };

/** What a year amounted to, counted from what happened (HB-11.4, I31). */
export class ReportFigures {
  /** Meetings that the unit held itself. */
  @Int(many) meetingsHeld: number;
  /** Meetings in which its sites took part, those of others included. */
  @Int(many) meetingsJoined: number;
  /** Meetings of its sites that were called off. */
  @Int(many) meetingsCancelled: number;
  /** Of its sites in meetings, in minutes. */
  @Int(many) minutesOfUse: number;
  /** Heads its sites were to bring, and brought, where somebody counted. */
  @Int(many) expected: number;
  @Int(many) present: number;
  /** `present` of `expected`, in per cent. */
  @Decimal(share) attendancePercent: number | null;
  /** Day-before checks of its sites, and how many were passed. */
  @Int(many) checks: number;
  @Int(many) checksPassed: number;
  @Decimal(share) availabilityPercent: number | null;
  @Int(many) sites: number;
  /** Mean of its sites' readiness. */
  @Decimal(share) readinessPercent: number | null;
  @Int(many) devices: number;
  @Int(many) devicesBroken: number;
  @Int(many) maintenances: number;
  /** In đồng. */
  @Int(money) maintenanceVnd: number;
  /** Yearly cost lines of its sites (HB-11.3), in đồng. */
  @Int(money) plannedVnd: number;
  @Int(money) actualVnd: number;
}
