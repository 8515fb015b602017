import { Observable } from '@diemcau/client/room/observable';
import { devicePreferences } from './preferences';

/** The chosen loudspeaker of this tab; what is playing follows it. */
export const speaker = new Observable<string | undefined>(devicePreferences().speakerId);
