import IconArrowLeft from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs';
import type { ReactNode } from 'react';
import classes from './parts.module.css';

/** Above a page's head: the list or page it belongs to. `<Back><Link to="/work/sites">{t('allSites')}</Link></Back>` */
export function Back({ children }: { readonly children: ReactNode }) {
  return (
    <p className={classes.back}>
      <IconArrowLeft size={16} aria-hidden="true" />
      {children}
    </p>
  );
}
