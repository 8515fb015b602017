import { type ReactNode, useEffect, useRef } from 'react';
import classes from '../SignInPage.module.css';

interface Props {
  readonly title: string;
  readonly intro?: string;
  readonly children: ReactNode;
  /** Its heading takes the focus, so that a screen reader reads on there; not on the first page. */
  readonly first?: boolean;
}

/** One step of signing in. */
export function StepCard({ title, intro, children, first = false }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!first) heading.current?.focus({ preventScroll: true });
  }, [first]);
  return (
    <section className={classes.card}>
      <h1 ref={heading} tabIndex={-1} className={classes.title}>
        {title}
      </h1>
      {intro && <p className={classes.intro}>{intro}</p>}
      {children}
    </section>
  );
}
