import type { TrainingState } from '@diemcau/contracts/meetings/trainings';
import type { Tone } from '../../admin/parts/StateChip';

export const trainingTones = {
  open: 'waiting',
  done: 'good',
  cancelled: 'neutral',
} as const satisfies Record<TrainingState, Tone>;
