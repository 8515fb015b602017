import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './parts.module.css';

interface Props {
  readonly icon: Icon;
  readonly title: string;
  /** The next step, with its button. */
  readonly children?: ReactNode;
}

/** Nothing is here, and what to do about it; inside a page, where {@link PageNote} would be a page of its own. */
export function Empty({ icon: Shown, title, children }: Props) {
  return (
    <div className={classes.empty}>
      <Shown size={36} aria-hidden="true" />
      <p className={classes.emptyTitle}>{title}</p>
      {children}
    </div>
  );
}
