import { AuditController } from './identity/audit.controller.js';
import { ClassesController } from './identity/classes.controller.js';
import { EmailsController } from './identity/emails.controller.js';
import { GuardiansController } from './identity/guardians.controller.js';
import { ImportFilesController } from './identity/import-files.controller.js';
import { ImportsController } from './identity/imports.controller.js';
import { GrantsController } from './identity/grants.controller.js';
import { KeysController } from './identity/keys.controller.js';
import { RolesController } from './identity/roles.controller.js';
import { MailController } from './identity/mail.controller.js';
import { OidcProvidersController } from './identity/oidc-providers.controller.js';
import { OidcController } from './identity/oidc.controller.js';
import { RosterController } from './identity/roster.controller.js';
import { SecondFactorsController } from './identity/second-factors.controller.js';
import { SessionsController } from './identity/sessions.controller.js';
import { PasswordsController } from './identity/sign-in-passwords.controller.js';
import { SignInController } from './identity/sign-in.controller.js';
import { PeopleFilesController } from './identity/people-files.controller.js';
import { PrivacyController } from './identity/privacy.controller.js';
import { SettingsController } from './identity/settings.controller.js';
import { UnitEventsController } from './identity/unit-events.controller.js';
import { UnitTypesController } from './identity/unit-types.controller.js';
import { UnitsController } from './identity/units.controller.js';
import { UsersController } from './identity/users.controller.js';
import { WebhooksController } from './identity/webhooks.controller.js';
import { LineTestsController } from './media/line-tests.controller.js';
import { AttendanceController } from './meetings/attendance.controller.js';
import { CertificatesController } from './meetings/certificates.controller.js';
import { OwnTrainingsController } from './meetings/own-trainings.controller.js';
import { ChecksController } from './meetings/checks.controller.js';
import { OwnChecksController } from './meetings/own-checks.controller.js';
import { ClosingController } from './meetings/closing.controller.js';
import { OverviewController } from './meetings/overview.controller.js';
import { OwedController } from './meetings/owed.controller.js';
import { TrainingsController } from './meetings/trainings.controller.js';
import { TrialsController } from './meetings/trials.controller.js';
import { EntriesController } from './meetings/entries.controller.js';
import { FeedsController } from './meetings/feeds.controller.js';
import { InvitationsController } from './meetings/invitations.controller.js';
import { LobbyController } from './meetings/lobby.controller.js';
import { RemindersController } from './meetings/reminders.controller.js';
import { CalendarController } from './meetings/calendar.controller.js';
import { PlansController } from './meetings/plans.controller.js';
import { SeriesController } from './meetings/series.controller.js';
import { CostsController } from './meetings/costs.controller.js';
import { FilesController } from './meetings/files.controller.js';
import { PresetsController } from './meetings/presets.controller.js';
import { ReadinessController } from './meetings/readiness.controller.js';
import { RoomRulesController } from './meetings/room-rules.controller.js';
import { SiteDocumentsController } from './meetings/site-documents.controller.js';
import { SitesController } from './meetings/sites.controller.js';
import { AgendaController } from './meetings/agenda.controller.js';
import { ChecklistsController } from './meetings/checklists.controller.js';
import { MeetingTypesController } from './meetings/meeting-types.controller.js';
import { OccurrencesController } from './meetings/occurrences.controller.js';
import { PresidingController } from './meetings/presiding.controller.js';
import { RequestsController } from './meetings/requests.controller.js';
import { ScoringController } from './meetings/scoring.controller.js';
import { RoomsController } from './meetings/rooms.controller.js';
import { CatalogueController } from './meetings/catalogue.controller.js';
import { EquipmentController } from './meetings/equipment.controller.js';
import { LabelsController } from './meetings/labels.controller.js';
import { MaintenanceController } from './meetings/maintenance.controller.js';
import { InventoryController } from './meetings/inventory.controller.js';
import { InventoryFilesController } from './meetings/inventory-files.controller.js';
import { ReportsController } from './meetings/reports.controller.js';
import { ReportFilesController } from './meetings/report-files.controller.js';
import { ReviewFilesController } from './meetings/review-files.controller.js';
import { ReviewsController } from './meetings/reviews.controller.js';
import { NotesController } from './meetings/notes.controller.js';
import { NoteEvidenceController } from './meetings/note-evidence.controller.js';
import { FeedbackController } from './meetings/feedback.controller.js';
import { HealthController } from './system/health.controller.js';

/** Everything served under /api/v1; OpenAPI is written from this list too. */
export const controllers = [
  SessionsController,
  SignInController,
  PasswordsController,
  SecondFactorsController,
  OidcController,
  OidcProvidersController,
  MailController,
  UnitsController,
  UnitEventsController,
  UnitTypesController,
  UsersController,
  EmailsController,
  ClassesController,
  GuardiansController,
  RosterController,
  PeopleFilesController,
  RolesController,
  GrantsController,
  ImportsController,
  ImportFilesController,
  SettingsController,
  AuditController,
  PrivacyController,
  KeysController,
  WebhooksController,
  CalendarController,
  PlansController,
  SeriesController,
  FilesController,
  SitesController,
  ReadinessController,
  SiteDocumentsController,
  RoomRulesController,
  PresetsController,
  CostsController,
  OccurrencesController,
  PresidingController,
  AgendaController,
  ChecklistsController,
  RequestsController,
  MeetingTypesController,
  ScoringController,
  RoomsController,
  EntriesController,
  LobbyController,
  InvitationsController,
  FeedsController,
  RemindersController,
  ChecksController,
  OwnChecksController,
  ClosingController,
  OverviewController,
  OwedController,
  TrialsController,
  AttendanceController,
  TrainingsController,
  CertificatesController,
  OwnTrainingsController,
  LineTestsController,
  CatalogueController,
  EquipmentController,
  LabelsController,
  MaintenanceController,
  InventoryController,
  InventoryFilesController,
  ReportsController,
  ReportFilesController,
  ReviewsController,
  ReviewFilesController,
  NotesController,
  NoteEvidenceController,
  FeedbackController,
  HealthController,
] as const;
