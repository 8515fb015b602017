import type { System } from '@diemcau/infra/system';
import type { Browser } from '@playwright/test';
import { visitAccount } from './account-places.ts';
import { visitAdmin } from './admin-places.ts';
import { visitChecks } from './checks-places.ts';
import { visitConsole } from './console-places.ts';
import { visitEquipment } from './equipment-places.ts';
import { visitInvitations } from './invitation-places.ts';
import { visitMeetings } from './meetings-places.ts';
import type { View, Visit } from './places.ts';
import { visitPlanning } from './planning-places.ts';
import { visitReminders } from './reminders-places.ts';
import { visitReports } from './reports-places.ts';
import { visitScoring } from './scoring-places.ts';
import { visitSiteCheck } from './site-check-places.ts';
import { visitSites } from './sites-places.ts';
import { visitTrainings } from './trainings-places.ts';

/** Goes through places as people do, and stops at each. */
export type Walk = (
  browser: Browser,
  system: System,
  view: Omit<View, 'slug'>,
  visit: Visit,
) => Promise<void>;

/** All but those in a room, with where they lead. */
export const signedInWalks: readonly (readonly [where: string, walk: Walk])[] = [
  ['among units and people of the console', visitAdmin],
  ['in the rest of the console', visitConsole],
  ['around the own account', visitAccount],
  ['around invitations', visitInvitations],
  ['around reminders', visitReminders],
  ['around meetings', visitMeetings],
  ['around plans', visitPlanning],
  ['around types of meetings and scores', visitScoring],
  ['around sites', visitSites],
  ['around equipment and closing', visitEquipment],
  ['around reports', visitReports],
  ['around checks, trials and training', visitChecks],
  ['around the check of one site', visitSiteCheck],
  ['around events of training', visitTrainings],
];
