import { ClientOf, contract } from '../core/contract.js';
import { personalDataOf } from '../core/personal-data.js';

/** For the archive that somebody may ask for about themselves. */
export const MeetingsPersonalData = contract('meetings.personalData', { of: personalDataOf });
export class MeetingsPersonalDataClient extends ClientOf(MeetingsPersonalData) {}
