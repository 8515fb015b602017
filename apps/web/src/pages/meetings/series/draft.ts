import type {
  ChosenDate,
  DateChoice,
  MakeSeries,
  PreviewSeries,
  Series,
} from '@diemcau/contracts/meetings/series';
import type { SeriesTemplate } from '@diemcau/contracts/meetings/series-template';
import type { MeetingKind, ShiftPolicy } from '@diemcau/contracts/meetings/vocabulary';
import { lengthOf, type TypeLength } from '../types/length';
import { plainRepeat, type Repeat, repeatOf, ruleOf } from './repeat';

/** A series as it is in the form. */
export interface Draft {
  readonly unitId: string | null;
  readonly planId: string | null;
  readonly kind: MeetingKind;
  /** Null: that of the type of who holds it. */
  readonly level: string | null;
  readonly title: string;
  readonly repeat: Repeat;
  readonly firstDay: string | null;
  readonly startsAt: string;
  /** IANA name of the zone of `startsAt`; null for a new one, which is in Vietnam's. */
  readonly zone: string | null;
  /** 0 while the field is empty. */
  readonly durationMin: number;
  /** Somebody said how long it takes: its type does not say so any more. */
  readonly lengthSaid: boolean;
  readonly shift: ShiftPolicy;
  readonly template: SeriesTemplate;
  readonly choices: readonly DateChoice[];
}

export const emptyDraft = (unitId: string | null, planId: string | null, firstDay: string): Draft => ({
  unitId,
  planId,
  kind: 'briefing',
  level: null,
  title: '',
  repeat: plainRepeat,
  firstDay,
  startsAt: '08:00',
  zone: null,
  durationMin: 120,
  lengthSaid: false,
  shift: 'nextWorkingDay',
  template: {
    roomId: null,
    chairId: null,
    directorId: null,
    secretaryId: null,
    composition: null,
    sites: [],
    agenda: [],
    dispatch: null,
  },
  choices: [],
});

export const draftOf = (series: Series): Draft => ({
  unitId: series.unitId,
  planId: series.planId,
  kind: series.kind,
  level: series.level,
  title: series.title,
  repeat: repeatOf(series.rule),
  firstDay: series.firstDay,
  startsAt: series.startsAt,
  zone: series.zone,
  durationMin: series.durationMin,
  lengthSaid: true,
  shift: series.shift,
  template: series.template,
  choices: series.choices,
});

/** It takes as long as its type says, until somebody says otherwise. */
export const withTypeLength = (draft: Draft, types: readonly TypeLength[] | undefined): Draft =>
  draft.lengthSaid ? draft : { ...draft, durationMin: lengthOf(types, draft.kind) };

const clock = /^([01]\d|2[0-3]):[0-5]\d$/;

const timesOf = (draft: Draft) => ({
  rule: ruleOf(draft.repeat),
  firstDay: draft.firstDay ?? '',
  startsAt: draft.startsAt,
  ...(draft.zone !== null && { zone: draft.zone }),
  durationMin: draft.durationMin,
  shift: draft.shift,
});

const hasTimes = ({ unitId, firstDay, startsAt, durationMin, repeat }: Draft): boolean =>
  unitId !== null && firstDay !== null && clock.test(startsAt) && durationMin >= 5 && isSaid(repeat);
const isSaid = ({ kind, interval, weekdays, text }: Repeat): boolean =>
  kind === 'rule' ? text.trim() !== '' : interval >= 1 && (kind === 'monthDay' || weekdays.length > 0);

/** Null while too little is filled in to know any date. */
export function previewOf(draft: Draft, seriesId: string | null): PreviewSeries | null {
  if (!hasTimes(draft) || draft.unitId === null) return null;
  const { unitId, planId, template, choices } = draft;
  const siteIds = template.sites.map(({ siteId }) => siteId);
  const places = { roomId: template.roomId, siteIds };
  return { ...timesOf(draft), unitId, seriesId, planId, ...places, choices: [...choices] };
}

/** A letter with its number or its date alone. */
export const isHalf = ({ dispatch }: Pick<SeriesTemplate, 'dispatch'>): boolean =>
  dispatch !== null && (dispatch.number.trim() === '' || dispatch.date === '');

/** As it is sent: with the role that every site has in the form. */
export interface WrittenSeries extends MakeSeries {
  template: SeriesTemplate;
}

/** Null while something is missing. */
export function wishOf(draft: Draft): WrittenSeries | null {
  const { unitId, planId, kind, level, title, template, choices } = draft;
  const agenda = template.agenda.filter((item) => item.title.trim() !== '');
  if (!hasTimes(draft) || unitId === null || title.trim() === '' || isHalf(template)) return null;
  const whole = { ...template, agenda };
  return {
    ...timesOf(draft),
    unitId,
    planId,
    kind,
    ...(level !== null && { level }),
    title: title.trim(),
    template: whole,
    choices: [...choices],
  };
}

/** What of the choices is to be saved, about dates from a day on: those that are new or otherwise, and those taken back. */
export function changedChoices(
  before: readonly DateChoice[],
  after: readonly DateChoice[],
  from: string | null,
): { choices: DateChoice[]; dropChoices: ChosenDate[] } {
  const known = new Map(before.map((choice) => [choice.nominal, choice]));
  const kept = new Set(after.map(({ nominal }) => nominal));
  const isAsked = ({ nominal }: ChosenDate): boolean => from === null || nominal >= from;
  return {
    choices: after.filter((choice) => isAsked(choice) && !isSame(choice, known.get(choice.nominal))),
    dropChoices: before
      .filter((choice) => isAsked(choice) && !kept.has(choice.nominal))
      .map(({ nominal }) => ({ nominal })),
  };
}

const isSame = (one: DateChoice, other: DateChoice | undefined): boolean =>
  other !== undefined &&
  one.choice === other.choice &&
  one.day === other.day &&
  one.startsAt === other.startsAt &&
  one.note === other.note;

/** One choice a date; null takes it back. */
export const chosen = (
  choices: readonly DateChoice[],
  nominal: string,
  choice: DateChoice | null,
): DateChoice[] => [...choices.filter((one) => one.nominal !== nominal), ...(choice ? [choice] : [])];
