import { ImportsClient } from '@diemcau/contracts/identity/imports';
import { ClassesClient } from '@diemcau/contracts/identity/classes';
import { EmailsClient } from '@diemcau/contracts/identity/emails';
import { GuardiansClient } from '@diemcau/contracts/identity/guardians';
import { GrantsClient, RolesClient } from '@diemcau/contracts/identity/grants';
import { KeyedRequestsClient } from '@diemcau/contracts/identity/keyed-requests';
import { KeysClient } from '@diemcau/contracts/identity/keys';
import { ScimClient } from '@diemcau/contracts/identity/scim';
import { MailsClient } from '@diemcau/contracts/identity/mail';
import { OidcClient, OidcProvidersClient } from '@diemcau/contracts/identity/oidc';
import { RosterClient } from '@diemcau/contracts/identity/roster';
import { SecondFactorsClient } from '@diemcau/contracts/identity/second-factors';
import { SessionsClient } from '@diemcau/contracts/identity/sessions';
import { AuditLogClient } from '@diemcau/contracts/identity/audit';
import { PrivacyClient } from '@diemcau/contracts/identity/privacy';
import { SettingsClient } from '@diemcau/contracts/identity/settings';
import { PasswordsClient, SignInStepsClient } from '@diemcau/contracts/identity/sign-in';
import { UnitEventsClient } from '@diemcau/contracts/identity/unit-events';
import { UnitReportsClient } from '@diemcau/contracts/identity/unit-reports';
import { UnitTypesClient } from '@diemcau/contracts/identity/unit-types';
import { UnitsClient } from '@diemcau/contracts/identity/units';
import { UserChangesClient, UsersClient } from '@diemcau/contracts/identity/users';
import { WebhooksClient } from '@diemcau/contracts/identity/webhooks';
import { LineClient, LinePlacementClient } from '@diemcau/contracts/media/line';
import { MirrorClient, MirrorPlacementClient } from '@diemcau/contracts/media/mirror';
import { LiveRoomClient, PlacementClient } from '@diemcau/contracts/media/room';
import { FeedsClient } from '@diemcau/contracts/meetings/feeds';
import { InvitationsClient } from '@diemcau/contracts/meetings/invitations';
import { AttendancesClient } from '@diemcau/contracts/meetings/attendance';
import { CertificatesClient } from '@diemcau/contracts/meetings/certificates';
import { OwnTrainingsClient } from '@diemcau/contracts/meetings/trainings-own';
import { ChecksClient } from '@diemcau/contracts/meetings/checks';
import { LinkedChecksClient, OwnSiteChecksClient } from '@diemcau/contracts/meetings/checks-own';
import { TrainingsClient } from '@diemcau/contracts/meetings/trainings';
import { RegistrationsClient } from '@diemcau/contracts/meetings/trainings-people';
import { TrialsClient } from '@diemcau/contracts/meetings/trials';
import { CatalogueClient } from '@diemcau/contracts/meetings/catalogue';
import { EquipmentClient } from '@diemcau/contracts/meetings/equipment';
import { ClosingChecksClient } from '@diemcau/contracts/meetings/closing';
import { OverviewsClient } from '@diemcau/contracts/meetings/overview';
import { OwedClient } from '@diemcau/contracts/meetings/owed';
import { MaintenanceClient } from '@diemcau/contracts/meetings/maintenance';
import { InventoryClient } from '@diemcau/contracts/meetings/inventory';
import { ReportsClient } from '@diemcau/contracts/meetings/reports';
import { ReviewsClient } from '@diemcau/contracts/meetings/reviews';
import { NotesClient } from '@diemcau/contracts/meetings/notes';
import { FeedbackClient } from '@diemcau/contracts/meetings/notes-feedback';
import { LobbyClient } from '@diemcau/contracts/meetings/lobby';
import { RemindersClient } from '@diemcau/contracts/meetings/reminders';
import { RepliesClient } from '@diemcau/contracts/meetings/replies';
import { CalendarClient } from '@diemcau/contracts/meetings/calendar';
import { PlansClient } from '@diemcau/contracts/meetings/plans';
import { SeriesChangesClient, SeriesClient } from '@diemcau/contracts/meetings/series';
import { CostsClient } from '@diemcau/contracts/meetings/costs';
import { FilesClient } from '@diemcau/contracts/meetings/files';
import { PresetsClient } from '@diemcau/contracts/meetings/presets';
import { ReadinessClient } from '@diemcau/contracts/meetings/readiness';
import { RulesClient } from '@diemcau/contracts/meetings/room-rules';
import { SiteDocumentsClient } from '@diemcau/contracts/meetings/site-documents';
import { SiteOwnershipClient, SitesClient } from '@diemcau/contracts/meetings/sites';
import { ExpiriesClient } from '@diemcau/contracts/meetings/expiries';
import { SiteHistoriesClient } from '@diemcau/contracts/meetings/sites-history';
import { AgendaClient } from '@diemcau/contracts/meetings/agenda';
import { ChecklistsClient } from '@diemcau/contracts/meetings/checklists';
import { MeetingTypesClient } from '@diemcau/contracts/meetings/meeting-types';
import { OccurrencesClient } from '@diemcau/contracts/meetings/occurrences';
import { RequestsClient } from '@diemcau/contracts/meetings/requests';
import { ScoringClient } from '@diemcau/contracts/meetings/scoring';
import { RoomsClient } from '@diemcau/contracts/meetings/rooms';
import { Revocations } from '@diemcau/service/auth/revocations';
import { BusModule } from '@diemcau/service/bus/bus.module';
import { loadConfig } from '@diemcau/service/config/config';
import { Module } from '@nestjs/common';
import { APP_FILTER, DiscoveryModule } from '@nestjs/core';
import { GatewayConfig, LimitsConfig } from './config.js';
import { controllers } from './controllers.js';
import { ApiKeys } from './edge/auth/api-keys.js';
import { AccessTokens } from './edge/auth/access-tokens.js';
import { Askers } from './edge/auth/askers.js';
import { FailureFilter } from './edge/http/failure.filter.js';
import { Limits } from './edge/limits/limits.js';
import { Audiences } from './edge/live/audiences.js';
import { Dispatcher } from './edge/live/dispatcher.js';
import { Entrance } from './edge/live/entrance.js';
import { Identities } from './edge/live/identities.js';
import { Messages } from './edge/live/messages.js';
import { SocketServer } from './edge/live/socket-server.js';
import { LineMessages } from './media/line.messages.js';
import { MirrorMessages } from './media/mirror.messages.js';
import { MediaNodes } from './media/media-nodes.js';
import { RoomMessages } from './media/room.messages.js';
import { Seats } from './media/seats.js';
import { LobbyMessages } from './meetings/lobby.messages.js';
import { LobbyNews } from './meetings/lobby.news.js';
import { HealthCollector } from './system/health-collector.js';

const clients = [
  SessionsClient,
  SignInStepsClient,
  PasswordsClient,
  SecondFactorsClient,
  OidcClient,
  OidcProvidersClient,
  MailsClient,
  UnitsClient,
  UnitReportsClient,
  UnitEventsClient,
  UnitTypesClient,
  RolesClient,
  GrantsClient,
  UsersClient,
  UserChangesClient,
  EmailsClient,
  ClassesClient,
  GuardiansClient,
  RosterClient,
  ImportsClient,
  SettingsClient,
  AuditLogClient,
  PrivacyClient,
  KeysClient,
  KeyedRequestsClient,
  WebhooksClient,
  ScimClient,
  CalendarClient,
  PlansClient,
  SeriesClient,
  SeriesChangesClient,
  CostsClient,
  FilesClient,
  PresetsClient,
  ReadinessClient,
  RulesClient,
  SiteDocumentsClient,
  SitesClient,
  SiteOwnershipClient,
  SiteHistoriesClient,
  ExpiriesClient,
  AgendaClient,
  ChecklistsClient,
  MeetingTypesClient,
  OccurrencesClient,
  RequestsClient,
  ScoringClient,
  RoomsClient,
  LobbyClient,
  CatalogueClient,
  EquipmentClient,
  ClosingChecksClient,
  OverviewsClient,
  OwedClient,
  MaintenanceClient,
  InventoryClient,
  ReportsClient,
  ReviewsClient,
  NotesClient,
  FeedbackClient,
  InvitationsClient,
  RepliesClient,
  FeedsClient,
  RemindersClient,
  ChecksClient,
  OwnSiteChecksClient,
  LinkedChecksClient,
  TrialsClient,
  AttendancesClient,
  TrainingsClient,
  RegistrationsClient,
  CertificatesClient,
  OwnTrainingsClient,
  PlacementClient,
  LiveRoomClient,
  LinePlacementClient,
  LineClient,
  MirrorPlacementClient,
  MirrorClient,
];

@Module({
  imports: [BusModule.of('gateway', ...clients), DiscoveryModule],
  controllers: [...controllers],
  providers: [
    { provide: GatewayConfig, useFactory: () => loadConfig(GatewayConfig) },
    { provide: LimitsConfig, useFactory: () => loadConfig(LimitsConfig) },
    { provide: APP_FILTER, useClass: FailureFilter },
    AccessTokens,
    ApiKeys,
    Revocations,
    Askers,
    Limits,
    Audiences,
    Messages,
    Dispatcher,
    Identities,
    Entrance,
    SocketServer,
    LobbyMessages,
    LobbyNews,
    HealthCollector,
    MediaNodes,
    Seats,
    RoomMessages,
    LineMessages,
    MirrorMessages,
  ],
})
export class GatewayModule {}
