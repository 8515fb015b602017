import { useMemo } from 'react';
import { textsOf } from '../../../i18n/texts-of';
import { accessWords } from './words/access';
import { equipmentWords } from './words/equipment';
import { meetingsWords } from './words/meetings';
import { peopleWords } from './words/people';
import { planningWords } from './words/planning';
import { platformWords } from './words/platform';
import { reportsWords } from './words/reports';
import { roomsWords } from './words/rooms';
import { sitesWords } from './words/sites';
import { trainingsWords } from './words/trainings';

/** Features whose actions can be filtered by. */
export const features = [
  'users',
  'grants',
  'roles',
  'units',
  'unitTypes',
  'classes',
  'guardians',
  'roster',
  'imports',
  'sessions',
  'passwords',
  'secondFactors',
  'oidc',
  'keys',
  'webhooks',
  'settings',
  'privacy',
  'audit',
  'rooms',
  'plans',
  'series',
  'calendar',
  'occurrences',
  'requests',
  'agenda',
  'checklists',
  'scoring',
  'meetingTypes',
  'reminders',
  'invitations',
  'feeds',
  'sites',
  'readiness',
  'siteDocuments',
  'roomRules',
  'presets',
  'costs',
  'catalogue',
  'equipment',
  'maintenance',
  'inventory',
  'reports',
  'reviews',
  'notes',
  'feedback',
] as const;

const vi = {
  ...peopleWords.vi,
  ...accessWords.vi,
  ...platformWords.vi,
  ...meetingsWords.vi,
  ...planningWords.vi,
  ...roomsWords.vi,
  ...sitesWords.vi,
  ...equipmentWords.vi,
  ...reportsWords.vi,
  ...trainingsWords.vi,
};
const en = {
  ...peopleWords.en,
  ...accessWords.en,
  ...platformWords.en,
  ...meetingsWords.en,
  ...planningWords.en,
  ...roomsWords.en,
  ...sitesWords.en,
  ...equipmentWords.en,
  ...reportsWords.en,
  ...trainingsWords.en,
};
type Known = keyof typeof vi;

const useKnownWords = textsOf('admin.auditActions', vi, en);

const isKnown = (action: string): action is Known => Object.hasOwn(vi, action);

/** An action or a feature in words; one that a later release brought, as it is. */
export function useActionWords(): (action: string) => string {
  const known = useKnownWords();
  return useMemo(() => (action) => (isKnown(action) ? known(action) : action), [known]);
}
