import type { Feature } from '@diemcau/service/feature';
import { Oidc1763760403001 } from '../../migrations/1763760403001-oidc.js';
import { ButtonsService } from './buttons.service.js';
import { FlowsService } from './flows.service.js';
import { LinksService } from './links.service.js';
import { OidcProvidersHandlers } from './oidc-providers.handlers.js';
import { OidcHandlers } from './oidc.handlers.js';
import { OidcService } from './oidc.service.js';
import { OutsideService } from './outside.service.js';
import { OidcProvidersService } from './providers.service.js';

/** The part of signing in that asks outside providers. */
export const oidcFeature: Feature = {
  controllers: [OidcHandlers, OidcProvidersHandlers],
  providers: [OidcService, FlowsService, LinksService, ButtonsService, OutsideService, OidcProvidersService],
  entities: [],
  migrations: [Oidc1763760403001],
};
