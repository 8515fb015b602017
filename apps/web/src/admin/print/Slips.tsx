import { Button, Modal } from '@mantine/core';
import IconPrinter from '@tabler/icons-react/dist/esm/icons/IconPrinter.mjs';
import type { ReactNode } from 'react';
import { PrintSheet } from './PrintSheet';
import classes from './slips.module.css';
import { useTexts } from './texts';

export interface SlipView {
  readonly id: string;
  readonly head: string;
  readonly name: string;
  readonly lines: readonly (readonly [name: string, value: string])[];
  /** Large, to be typed. */
  readonly secret: string;
  readonly secretName: string;
  readonly foot: string;
}

interface Props {
  readonly title: string;
  /** What to do with them, and that they are not shown again. */
  readonly hint: ReactNode;
  readonly slips: readonly SlipView[];
  readonly onClose: () => void;
}

/** Slips to be printed, cut out and handed over; shown this once, on the screen and on paper. */
export function Slips({ title, hint, slips, onClose }: Props) {
  const t = useTexts();
  const sheet = (
    <div className={classes.sheet}>
      {slips.map((slip) => (
        <article key={slip.id} className={`${classes.slip} print-keep`}>
          <div className={classes.head}>{slip.head}</div>
          <h3>{slip.name}</h3>
          <dl>
            {slip.lines.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
            <div>
              <dt>{slip.secretName}</dt>
              <dd className={classes.secret}>{slip.secret}</dd>
            </div>
          </dl>
          <div className={classes.foot}>{slip.foot}</div>
        </article>
      ))}
    </div>
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={900}
      closeOnClickOutside={false}
      closeOnEscape={false}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className={classes.hint}>{hint}</div>
      <div className={classes.buttons}>
        {slips.length > 0 && (
          <Button leftSection={<IconPrinter size={20} aria-hidden="true" />} onClick={() => window.print()}>
            {t('print', { n: slips.length })}
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          {t('done')}
        </Button>
      </div>
      {sheet}
      <PrintSheet>{sheet}</PrintSheet>
    </Modal>
  );
}
