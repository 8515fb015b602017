import { Day, Id, Int, ListOf, OneOf, Part, Text } from '../core/fields.js';
import { NewSite } from './new-site.js';
import { type SiteRole, siteRoles } from './vocabulary.js';

/** A site of every occurrence of a series. */
export class TemplateSite {
  @Id() siteId: string;
  /** One main and one standby site at most, and not the same (I10, HB-2.2). */
  @OneOf(siteRoles, { example: 'main' }) role: SiteRole;
  /** People expected there, 0–2000; at most the site's limit, usually 40 (HB-4.3, I20). */
  @Int({ min: 0, max: 2000, example: 40 }) expected: number;
}

/** What is talked about, by whom, until when the papers are due (HB-8.1). */
export class TemplateAgendaItem {
  @Text({ max: 300, example: 'Báo cáo công tác tháng' }) title: string;
  /** Unit that prepares it; null for the owner of the meeting. */
  @Id({ nullable: true }) unitId: string | null;
  /** Minutes planned, 1–480. */
  @Int({ min: 1, max: 480, example: 30 }) minutes: number;
  /** Days before the meeting on which the papers are due, 0–60; null when none are asked for. */
  @Int({ min: 0, max: 60, nullable: true, example: 3 }) dueDays: number | null;
}

/** The official letter that the meetings rest on (HB-8.1). */
export class TemplateDispatch {
  @Text({ max: 60, example: '123/KH-SGDĐT' }) number: string;
  @Day({ example: '2026-12-20' }) date: string;
}

/** 1,000 sites of four values each, 50 agenda items of five, and the rest. */
export const templateValues = 5000;

class TemplateParts {
  /** The online room; null: to be chosen for each. */
  @Id({ nullable: true }) roomId: string | null;
  @Id({ nullable: true }) chairId: string | null;
  @Id({ nullable: true }) directorId: string | null;
  @Id({ nullable: true }) secretaryId: string | null;
  /** Who is to come, in words (HB-4.3). */
  @Text({ max: 2000, multiline: true, nullable: true, example: 'Giám đốc và kế toán các trung tâm' })
  composition: string | null;
  @ListOf(() => TemplateAgendaItem, { max: 50 }) agenda: TemplateAgendaItem[];
  /** Null: each meeting has a letter of its own. */
  @Part(() => TemplateDispatch, { nullable: true }) dispatch: TemplateDispatch | null;
}

/** What every occurrence of a series begins with. Changing it changes those not yet begun and not changed by hand (I11). */
export class SeriesTemplate extends TemplateParts {
  @ListOf(() => TemplateSite, { max: 1000 }) sites: TemplateSite[];
}
/** Of a series that is being made. */
export class NewTemplate extends TemplateParts {
  @ListOf(() => NewSite, { max: 1000 }) sites: NewSite[];
}
