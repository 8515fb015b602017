import { useEffect, useState } from 'react';

/**
 * Who closes a dialog is back at what opened it. Mantine does that for a dialog that stays and is only hidden; ours are
 * taken away when they close, and the focus would be lost with them (WCAG 2.4.3).
 */
export function useFocusBack(opened: boolean): void {
  // Before anything in the dialog takes the focus.
  const [opener] = useState(() => (opened ? openerNow() : null));
  useEffect(
    () => () => {
      setTimeout(() => {
        const dialog = document.querySelector('[aria-modal="true"]');
        const isLost = document.activeElement === null || document.activeElement === document.body;
        if (isLost && (dialog === null || dialog.contains(opener))) opener?.focus({ preventScroll: true });
      });
    },
    [opener],
  );
}

/** The button that was pressed; of an entry of a menu, which is gone by then, the button of the menu. */
function openerNow(): HTMLElement | null {
  const pressed = document.activeElement;
  const menu = pressed?.closest('[role="menu"]');
  const opener = menu ? document.getElementById(menu.getAttribute('aria-labelledby') ?? '') : pressed;
  return opener instanceof HTMLButtonElement || opener instanceof HTMLAnchorElement ? opener : null;
}
