import type { Feature } from '@diemcau/service/feature';
import { auditFeature } from './audit/audit.feature.js';
import { classesFeature } from './classes/classes.feature.js';
import { grantsFeature } from './grants/grants.feature.js';
import { importsFeature } from './imports/imports.feature.js';
import { guardiansFeature } from './guardians/guardians.feature.js';
import { keysFeature } from './keys/keys.feature.js';
import { privacyFeature } from './privacy/privacy.feature.js';
import { rosterFeature } from './roster/roster.feature.js';
import { keyedRequestsFeature } from './keyed-requests/keyed-requests.feature.js';
import { mailFeature } from './mail/mail.feature.js';
import { scimFeature } from './scim/scim.feature.js';
import { secretsFeature } from './secrets/secrets.feature.js';
import { sessionsFeature } from './sessions/sessions.feature.js';
import { oidcFeature } from './sign-in/oidc/oidc.feature.js';
import { signInFeature } from './sign-in/sign-in.feature.js';
import { settingsFeature } from './settings/settings.feature.js';
import { webhooksFeature } from './webhooks/webhooks.feature.js';
import { unitsFeature } from './units/units.feature.js';
import { usersFeature } from './users/users.feature.js';

export const features: readonly Feature[] = [
  unitsFeature,
  usersFeature,
  classesFeature,
  guardiansFeature,
  rosterFeature,
  grantsFeature,
  secretsFeature,
  sessionsFeature,
  signInFeature,
  oidcFeature,
  mailFeature,
  auditFeature,
  settingsFeature,
  privacyFeature,
  keysFeature,
  keyedRequestsFeature,
  webhooksFeature,
  scimFeature,
  importsFeature,
];
