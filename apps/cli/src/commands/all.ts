import type { Command } from 'commander';
import type { Context } from '../context.js';
import { apiCommand } from './api.js';
import { auditCommands } from './audit.js';
import { classCommands } from './classes.js';
import { grantCommands } from './grants.js';
import { healthCommand } from './health.js';
import { importCommands } from './imports.js';
import { keyCommands } from './keys.js';
import { loginCommands } from './login.js';
import { mailCommands } from './mails.js';
import { calendarCommand } from './meetings/calendar.js';
import { checkCommands } from './meetings/checks.js';
import { occurrenceCommands } from './meetings/occurrences.js';
import { planCommands } from './meetings/plans.js';
import { reportCommands } from './meetings/reports.js';
import { seriesCommands } from './meetings/series.js';
import { siteCommands } from './meetings/sites.js';
import { oidcCommands } from './oidc.js';
import { parentCommands } from './parents.js';
import { peopleCommands } from './people.js';
import { privacyCommands } from './privacy.js';
import { roleCommands } from './roles.js';
import { rosterCommands } from './roster.js';
import { sessionCommands } from './sessions.js';
import { settingsCommands } from './settings.js';
import { unitTypeCommands } from './unit-types.js';
import { unitCommands } from './units.js';
import { webhookCommands } from './webhooks.js';

/** In the order of the help. */
export const commands: readonly ((program: Command, context: Context) => void)[] = [
  loginCommands,
  unitCommands,
  unitTypeCommands,
  peopleCommands,
  importCommands,
  classCommands,
  parentCommands,
  rosterCommands,
  roleCommands,
  grantCommands,
  sessionCommands,
  keyCommands,
  webhookCommands,
  oidcCommands,
  settingsCommands,
  mailCommands,
  privacyCommands,
  auditCommands,
  healthCommand,
  siteCommands,
  planCommands,
  seriesCommands,
  occurrenceCommands,
  calendarCommand,
  checkCommands,
  reportCommands,
  apiCommand,
];
