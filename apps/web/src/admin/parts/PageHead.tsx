import type { ReactNode } from 'react';
import { useTitle } from '../../parts/use-title';
import classes from './parts.module.css';

interface Props {
  readonly title: string;
  /** One sentence: what this page is for. */
  readonly lead?: ReactNode;
  /** Buttons; the most important one last. */
  readonly children?: ReactNode;
}

/** Above every page of the console; also the tab's title. `<PageHead title={t('title')}><Button …/></PageHead>` */
export function PageHead({ title, lead, children }: Props) {
  useTitle(title);
  return (
    <div className={classes.head}>
      <div>
        <h1 className={classes.title}>{title}</h1>
        {lead && <p className={classes.lead}>{lead}</p>}
      </div>
      {children && <div className={classes.actions}>{children}</div>}
    </div>
  );
}
