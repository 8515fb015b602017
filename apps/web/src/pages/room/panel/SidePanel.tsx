import { CloseButton } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { type ReactNode, useEffect, useRef } from 'react';
import classes from './panel.module.css';
import { useTexts } from './texts';

export type PanelName = 'people' | 'chat';

interface Props {
  readonly name: PanelName;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Beside the pictures, or over them on a phone. Escape closes it. */
export function SidePanel({ name, onClose, children }: Props) {
  const t = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useWindowEvent('keydown', (event) => {
    // An open menu or dialog takes Escape for itself.
    if (
      event.key === 'Escape' &&
      !event.defaultPrevented &&
      !document.querySelector('[role=menu], [role=dialog]')
    )
      onClose();
  });
  return (
    <aside className={classes.panel} aria-labelledby={`panel-${name}`}>
      <div className={classes.head}>
        <h2 id={`panel-${name}`} ref={heading} tabIndex={-1}>
          {t(name)}
        </h2>
        <CloseButton aria-label={t('close')} onClick={onClose} />
      </div>
      {children}
    </aside>
  );
}
