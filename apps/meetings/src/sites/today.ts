import { defaultZone } from '@diemcau/contracts/meetings/vocabulary';

const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: defaultZone });

/** The day it is in Vietnam, `YYYY-MM-DD`. */
export const dayOf = (now: Date): string => calendar.format(now);
