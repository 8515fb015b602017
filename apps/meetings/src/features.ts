import type { Feature } from '@diemcau/service/feature';
import { calendarFeature } from './calendar/calendar.feature.js';
import { checksFeature } from './checks/checks.feature.js';
import { filesFeature } from './files/files.feature.js';
import { icalFeature } from './ical/ical.feature.js';
import { lobbyFeature } from './lobby/lobby.feature.js';
import { mailsFeature } from './mails/mails.feature.js';
import { occurrencesFeature } from './occurrences/occurrences.feature.js';
import { privacyFeature } from './privacy/privacy.feature.js';
import { remindersFeature } from './reminders/reminders.feature.js';
import { roomsFeature } from './rooms/rooms.feature.js';
import { seriesFeature } from './series/series.feature.js';
import { sitesFeature } from './sites/sites.feature.js';

export const features: readonly Feature[] = [
  roomsFeature,
  filesFeature,
  sitesFeature,
  lobbyFeature,
  calendarFeature,
  seriesFeature,
  occurrencesFeature,
  mailsFeature,
  remindersFeature,
  icalFeature,
  checksFeature,
  privacyFeature,
];
