import { type ReactNode, useEffect } from 'react';
import { createPortal } from 'react-dom';
import './print.css';

/**
 * What goes on paper instead of the page while it is mounted; unseen on the screen. `<PrintSheet><Slip …/></PrintSheet>` and
 * a button that calls `window.print()`. Children with the class `print-keep` are not cut in two by a page's end.
 */
export function PrintSheet({ children }: { children: ReactNode }) {
  useEffect(() => {
    document.documentElement.dataset.printing = 'sheet';
    return () => {
      delete document.documentElement.dataset.printing;
    };
  }, []);
  return createPortal(<div className="print-sheet">{children}</div>, document.body);
}
