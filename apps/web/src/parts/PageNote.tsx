import type { ReactNode } from 'react';
import classes from './PageNote.module.css';

interface Props {
  readonly icon: ReactNode;
  readonly title: string;
  /** Says the next step. */
  readonly children?: ReactNode;
  readonly live?: boolean;
}

/** One thing to know, in the middle of the page: empty, loading, error, over. */
export function PageNote({ icon, title, children, live = false }: Props) {
  return (
    <div className={classes.note} {...(live && { role: 'status' })}>
      <div className={classes.icon} aria-hidden="true">
        {icon}
      </div>
      <h1 className={classes.title}>{title}</h1>
      {children}
    </div>
  );
}
