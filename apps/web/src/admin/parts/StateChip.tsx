import type { Icon } from '@tabler/icons-react';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconCircleX from '@tabler/icons-react/dist/esm/icons/IconCircleX.mjs';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import IconPointFilled from '@tabler/icons-react/dist/esm/icons/IconPointFilled.mjs';
import classes from './parts.module.css';

export type Tone = 'good' | 'waiting' | 'warning' | 'bad' | 'neutral';

const icons: Record<Tone, Icon> = {
  good: IconCircleCheck,
  waiting: IconClock,
  warning: IconAlertTriangle,
  bad: IconCircleX,
  neutral: IconPointFilled,
};

/** A state as icon, word and colour, never colour alone. `<StateChip tone="good" icon={IconLock}>Đang dùng</StateChip>` */
export function StateChip({ tone, icon, children }: { tone: Tone; icon?: Icon; children: string }) {
  const Shown = icon ?? icons[tone];
  return (
    <span className={classes.chip} data-tone={tone}>
      <Shown size={16} aria-hidden="true" />
      {children}
    </span>
  );
}
