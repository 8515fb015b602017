import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import type { KindName } from '@diemcau/contracts/meetings/meeting-types';
import type { ApprovedLine } from '@diemcau/contracts/meetings/plans';
import type { DateChoice, ListedSeries, Series, SeriesLine } from '@diemcau/contracts/meetings/series';
import type { SeriesTemplate } from '@diemcau/contracts/meetings/series-template';
import type { PlanState } from '@diemcau/contracts/meetings/vocabulary';
import { nameOf, ownName } from '../meeting-types/meeting-types.service.js';
import { timesColumns } from './series-times.js';

export interface SeriesLineRow extends Omit<SeriesLine, 'kindName'> {
  readonly ownName: KindName | null;
}

/** A series as its row has it, with the state of its plan. */
export interface SeriesRow extends SeriesLineRow {
  readonly provinceId: string;
  readonly unitPath: string[];
  readonly template: SeriesTemplate;
  readonly authorId: string | null;
  readonly planState: PlanState | null;
}

/** Of {@link SeriesLineRow} and where it lies, from {@link seriesTables}. */
export const lineColumns = `${timesColumns}, series.plan_id AS "planId", series.unit_id AS "unitId",
  series.unit_name AS "unitName", series.unit_path AS "unitPath", series.level, series.kind, ${ownName('series')} AS "ownName", series.title, series.state,
  series.follows_id AS "followsId", series.version`;
export const seriesColumns = `${lineColumns}, series.template, series.author_id AS "authorId", plan.state AS "planState"`;
export const seriesTables = 'series LEFT JOIN plans plan ON plan.id = series.plan_id';

/** Of a series outside of plans, waiting for somebody else (I12). */
const isOpen = ({ planId, state }: Pick<SeriesRow, 'planId' | 'state'>): boolean =>
  planId === null && state === 'draft';

/** Its plan was approved: when and what is as it was approved then. */
export const isFrozen = ({ planState }: Pick<SeriesRow, 'planState'>): boolean =>
  planState !== null && planState !== 'draft';

export const toLine = (row: SeriesLineRow): SeriesLine => ({
  id: row.id,
  planId: row.planId,
  unitId: row.unitId,
  unitName: row.unitName,
  level: row.level,
  kind: row.kind,
  kindName: nameOf(row.kind, row.ownName),
  title: row.title,
  rule: row.rule,
  firstDay: row.firstDay,
  startsAt: row.startsAt,
  durationMin: row.durationMin,
  zone: row.zone,
  shift: row.shift,
  state: row.state,
  fromDay: row.fromDay,
  untilDay: row.untilDay,
  followsId: row.followsId,
  version: row.version,
});

/** I12: by somebody else than its author. */
const isApprovable = (row: OpenRow, caller: Caller): boolean =>
  isOpen(row) &&
  caller.kind === 'user' &&
  caller.userId !== row.authorId &&
  mayOn(caller, 'meetings.approve', row.unitPath);

export type OpenRow = SeriesLineRow & Pick<SeriesRow, 'authorId' | 'unitPath'>;
export const toListed = (row: OpenRow, caller: Caller): ListedSeries => ({
  ...toLine(row),
  approvable: isApprovable(row, caller),
});

export function toDto(row: SeriesRow, choices: DateChoice[], caller: Caller): Series {
  return {
    ...toLine(row),
    template: row.template,
    choices,
    authorId: row.authorId,
    frozen: isFrozen(row),
    changeable: row.state !== 'ended' && mayOn(caller, 'meetings.write', row.unitPath),
    approvable: isApprovable(row, caller),
  };
}

/** What an approval keeps of a line; what its type is called is no part of it. */
export const frozenLine = ({
  template,
  ...row
}: SeriesRow): Omit<ApprovedLine, 'kindName'> & Pick<SeriesRow, 'template'> => ({
  seriesId: row.id,
  kind: row.kind,
  title: row.title,
  rule: row.rule,
  firstDay: row.firstDay,
  startsAt: row.startsAt,
  durationMin: row.durationMin,
  zone: row.zone,
  shift: row.shift,
  siteCount: template.sites.length,
  fromDay: row.fromDay,
  untilDay: row.untilDay,
  template,
});
