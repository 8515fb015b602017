import { meetingKinds } from '@diemcau/contracts/meetings/vocabulary';
import { oneOf } from '../../job/kinds.js';

export const ofKind = oneOf('--kind <kind>', meetingKinds);
