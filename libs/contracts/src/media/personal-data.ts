import { ClientOf, contract } from '../core/contract.js';
import { personalDataOf } from '../core/personal-data.js';

/** For the archive that somebody may ask for about themselves. */
export const MediaPersonalData = contract('media.personalData', { of: personalDataOf });
export class MediaPersonalDataClient extends ClientOf(MediaPersonalData) {}
