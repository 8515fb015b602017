import { Id } from '../core/fields.js';

/** Labels are printed for the devices of one site, or of the sites of a unit and everything below it. */
export class LabelQuery {
  @Id({ optional: true }) siteId?: string;
  @Id({ optional: true }) unitId?: string;
}

/** Most labels in one file: more are printed site by site. */
export const mostLabels = 2000;
