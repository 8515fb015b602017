import type { Feature } from '@diemcau/service/feature';
import { scoringFeature } from './scoring/scoring.feature.js';
import { requestsFeature } from './requests/requests.feature.js';
import { checklistsFeature } from './checklists/checklists.feature.js';
import { agendaFeature } from './agenda/agenda.feature.js';
import { calendarFeature } from './calendar/calendar.feature.js';
import { trialsFeature } from './trials/trials.feature.js';
import { attendanceFeature } from './attendance/attendance.feature.js';
import { trainingsFeature } from './trainings/trainings.feature.js';
import { checksFeature } from './checks/checks.feature.js';
import { closingFeature } from './closing/closing.feature.js';
import { feedsFeature } from './feeds/feeds.feature.js';
import { filesFeature } from './files/files.feature.js';
import { icalFeature } from './ical/ical.feature.js';
import { invitationsFeature } from './invitations/invitations.feature.js';
import { lobbyFeature } from './lobby/lobby.feature.js';
import { mailsFeature } from './mails/mails.feature.js';
import { meetingTypesFeature } from './meeting-types/meeting-types.feature.js';
import { occurrencesFeature } from './occurrences/occurrences.feature.js';
import { plansFeature } from './plans/plans.feature.js';
import { privacyFeature } from './privacy/privacy.feature.js';
import { remindersFeature } from './reminders/reminders.feature.js';
import { roomsFeature } from './rooms/rooms.feature.js';
import { schedulingFeature } from './scheduling/scheduling.feature.js';
import { seriesFeature } from './series/series.feature.js';
import { readinessFeature } from './readiness/readiness.feature.js';
import { documentsFeature } from './documents/documents.feature.js';
import { roomRulesFeature } from './room-rules/room-rules.feature.js';
import { presetsFeature } from './presets/presets.feature.js';
import { costsFeature } from './costs/costs.feature.js';
import { sitesFeature } from './sites/sites.feature.js';
import { equipmentFeature } from './equipment/equipment.feature.js';
import { maintenanceFeature } from './maintenance/maintenance.feature.js';
import { inventoryFeature } from './inventory/inventory.feature.js';
import { reportsFeature } from './reports/reports.feature.js';
import { reviewsFeature } from './reviews/reviews.feature.js';
import { notesFeature } from './notes/notes.feature.js';
import { owedFeature } from './owed/owed.feature.js';
import { overviewFeature } from './overview/overview.feature.js';
import { successionFeature } from './succession/succession.feature.js';

export const features: readonly Feature[] = [
  roomsFeature,
  filesFeature,
  sitesFeature,
  readinessFeature,
  documentsFeature,
  roomRulesFeature,
  presetsFeature,
  costsFeature,
  lobbyFeature,
  calendarFeature,
  seriesFeature,
  plansFeature,
  meetingTypesFeature,
  occurrencesFeature,
  scoringFeature,
  requestsFeature,
  checklistsFeature,
  agendaFeature,
  mailsFeature,
  remindersFeature,
  schedulingFeature,
  owedFeature,
  overviewFeature,
  successionFeature,
  icalFeature,
  invitationsFeature,
  feedsFeature,
  checksFeature,
  equipmentFeature,
  maintenanceFeature,
  closingFeature,
  inventoryFeature,
  reportsFeature,
  reviewsFeature,
  notesFeature,
  trialsFeature,
  attendanceFeature,
  trainingsFeature,
  privacyFeature,
];
