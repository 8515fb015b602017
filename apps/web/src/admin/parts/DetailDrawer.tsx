import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from './texts';

interface Props {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** Of the drawer on a desk; a phone gives it the whole screen. */
  readonly width?: number;
}

/** One row of a list, beside the list. `<DetailDrawer opened={id !== null} onClose={close} title={name}>…` */
export function DetailDrawer({ opened, onClose, title, children, width = 560 }: Props) {
  const t = useTexts();
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={title}
      position="right"
      size={`min(${width}px, 100vw)`}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {children}
    </Drawer>
  );
}
