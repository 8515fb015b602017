import { ImportFilesController } from './identity/import-files.controller.js';
import { ImportsController } from './identity/imports.controller.js';
import { GrantsController } from './identity/grants.controller.js';
import { KeysController } from './identity/keys.controller.js';
import { RolesController } from './identity/roles.controller.js';
import { SessionsController } from './identity/sessions.controller.js';
import { SettingsController } from './identity/settings.controller.js';
import { UnitEventsController } from './identity/unit-events.controller.js';
import { UnitTypesController } from './identity/unit-types.controller.js';
import { UnitsController } from './identity/units.controller.js';
import { WebhooksController } from './identity/webhooks.controller.js';
import { LineTestsController } from './media/line-tests.controller.js';
import { EntriesController } from './meetings/entries.controller.js';
import { LobbyController } from './meetings/lobby.controller.js';
import { RoomsController } from './meetings/rooms.controller.js';

/** Everything served under /api/v1; OpenAPI is written from this list too. */
export const controllers = [
  SessionsController,
  UnitsController,
  UnitEventsController,
  UnitTypesController,
  RolesController,
  GrantsController,
  ImportsController,
  ImportFilesController,
  SettingsController,
  KeysController,
  WebhooksController,
  RoomsController,
  EntriesController,
  LobbyController,
  LineTestsController,
] as const;
