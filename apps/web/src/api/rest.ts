import { createRest } from '@diemcau/client/rest';
import { createSession } from '@diemcau/client/session';
import { currentLanguage } from '../i18n/language';

/** The sign-in of this tab. */
export const session = createSession({ language: currentLanguage });

export const rest = createRest({ auth: session, language: currentLanguage });
