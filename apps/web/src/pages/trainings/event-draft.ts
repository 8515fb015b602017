import type { Training, TrainingPlace } from '@diemcau/contracts/meetings/trainings';
import { instantOf, localOf } from '../meetings/trials/times';

/** An event as its form has it. */
export interface EventDraft {
  readonly title: string;
  readonly description: string;
  readonly requiredPercent: number;
  readonly places: readonly TrainingPlace[];
  /** As the browser's field has it: `2026-11-20T08:00`; empty: until the first session begins. */
  readonly registerUntil: string;
  readonly selfRegistration: boolean;
}

export const usualCapacity = 40;

export const newDraft = (title = '', places: readonly TrainingPlace[] = []): EventDraft => ({
  title,
  description: '',
  requiredPercent: 80,
  places,
  registerUntil: '',
  selfRegistration: false,
});

export const draftOf = (training: Training): EventDraft => ({
  title: training.title,
  description: training.description ?? '',
  requiredPercent: training.requiredPercent,
  places: training.places.map(({ siteId, capacity }) => ({ siteId, capacity })),
  registerUntil: training.registerUntil === null ? '' : localOf(training.registerUntil),
  selfRegistration: training.selfRegistration,
});

export const isWhole = ({ title, places }: EventDraft): boolean =>
  title.trim() !== '' && places.every(({ siteId }) => siteId !== '');

/** What both planning and changing send. */
export const sentOf = ({ title, description, places, registerUntil, ...rest }: EventDraft) => ({
  ...rest,
  title: title.trim(),
  description: description.trim(),
  places: [...places],
  registerUntil: registerUntil === '' ? null : instantOf(registerUntil),
});
