import { oneOf } from '../job/kinds.js';

export const importKind = oneOf('--kind <kind>', ['staff', 'students', 'units']);
