import { ImportFilesController } from './identity/import-files.controller.js';
import { ImportsController } from './identity/imports.controller.js';
import { SessionsController } from './identity/sessions.controller.js';
import { UnitsController } from './identity/units.controller.js';
import { LineTestsController } from './media/line-tests.controller.js';
import { EntriesController } from './meetings/entries.controller.js';
import { LobbyController } from './meetings/lobby.controller.js';
import { RoomsController } from './meetings/rooms.controller.js';

/** Everything served under /api/v1; OpenAPI is written from this list too. */
export const controllers = [
  SessionsController,
  UnitsController,
  ImportsController,
  ImportFilesController,
  RoomsController,
  EntriesController,
  LobbyController,
  LineTestsController,
] as const;
