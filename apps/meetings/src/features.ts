import type { Feature } from '@diemcau/service/feature';
import { lobbyFeature } from './lobby/lobby.feature.js';
import { occurrencesFeature } from './occurrences/occurrences.feature.js';
import { privacyFeature } from './privacy/privacy.feature.js';
import { roomsFeature } from './rooms/rooms.feature.js';

export const features: readonly Feature[] = [roomsFeature, lobbyFeature, occurrencesFeature, privacyFeature];
