import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './controls.module.css';

interface Props {
  readonly icon: ReactNode;
  /** What a press does; read aloud and shown as the tip. */
  readonly label: string;
  /** Under the sign, where there is room. */
  readonly caption: string;
  /** `off`: something of one's own that is closed. `locked`: no right to it. */
  readonly look?: 'plain' | 'on' | 'off' | 'locked' | 'leave';
  /** For buttons that stay pressed. */
  readonly pressed?: boolean;
  readonly badge?: number | undefined;
  readonly onClick: () => void;
}

/** One round button at thumb reach. A locked one can be pressed too, and then says why it is locked. */
export function ControlButton({ icon, label, caption, look = 'plain', pressed, badge = 0, onClick }: Props) {
  return (
    <Tooltip label={label}>
      <button
        type="button"
        className={classes.button}
        data-look={look}
        aria-label={badge > 0 ? `${label} (${badge})` : label}
        aria-pressed={pressed}
        aria-disabled={look === 'locked' || undefined}
        onClick={onClick}
      >
        <span
          className={classes.sign}
          aria-hidden="true"
          data-badge={badge > 99 ? '99+' : badge || undefined}
        >
          {icon}
        </span>
        <span className={classes.caption} aria-hidden="true">
          {caption}
        </span>
      </button>
    </Tooltip>
  );
}
