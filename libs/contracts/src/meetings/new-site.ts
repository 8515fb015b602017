import { Id, Int, OneOf } from '../core/fields.js';
import { type SiteRole, siteRoles } from './vocabulary.js';

/** A site of a meeting or series that is being made (HB-2.1, HB-4.3). */
export class NewSite {
  @Id() siteId: string;
  /**
   * One main and one standby site at most, and not the same (I10). Left out: main where the meeting's type has the site of
   * whoever holds it as main, it is theirs or of a division of theirs, and nothing else is main; else member.
   */
  @OneOf(siteRoles, { optional: true, example: 'main' }) role?: SiteRole;
  /** People expected there, 0–2000; at most the site's limit, usually 40 (HB-4.3, I20). */
  @Int({ min: 0, max: 2000, example: 40 }) expected: number;
}
