import { type ReactNode, useEffect, useRef } from 'react';
import classes from './Step.module.css';

interface Props {
  readonly title: string;
  readonly intro?: string;
  readonly children?: ReactNode;
}

/** One step on the way in; its heading takes the focus, so that a screen reader starts reading there. */
export function Step({ title, intro, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <section className={classes.step}>
      <div>
        <h2 ref={heading} tabIndex={-1} className={classes.title}>
          {title}
        </h2>
        {intro && <p className={classes.intro}>{intro}</p>}
      </div>
      {children}
    </section>
  );
}

/** Back on the left, onward on the right; onward first in reach on a phone. */
export function StepActions({ children }: { children: ReactNode }) {
  return <div className={classes.actions}>{children}</div>;
}
