import { Anchor, Button } from '@mantine/core';
import { Link, type LinkOptions } from '@tanstack/react-router';
import { Section } from '../../../admin/parts/Section';
import { StateChip } from '../../../admin/parts/StateChip';
import classes from '../today.module.css';
import { useTexts } from './texts';

export interface OwedLine {
  readonly key: string;
  readonly what: string;
  readonly details: string;
  /** Its time is over. */
  readonly late?: boolean;
  /** The one thing to do. */
  readonly act: string;
  readonly to: LinkOptions;
}
interface Props {
  readonly title: string;
  /** The first due first. */
  readonly lines: readonly OwedLine[];
  readonly total: number;
  /** Where the rest is, and what leads there. */
  readonly rest?: { readonly to: LinkOptions; readonly words: string };
}

const shown = 3;

/** Only there while something is owed: a few lines, each with the one thing to do, and a way to the rest. */
export function Owed({ title, lines, total, rest }: Props) {
  const t = useTexts();
  if (lines.length === 0) return null;
  return (
    <Section
      title={`${title} (${total})`}
      actions={rest && <Anchor renderRoot={(props) => <Link {...props} {...rest.to} />}>{rest.words}</Anchor>}
    >
      <ul className={classes.list}>
        {lines.slice(0, shown).map(({ key, what, details, late, act, to }) => (
          <li key={key} className={classes.row}>
            <span className={classes.grow}>
              <strong>{what}</strong>
              <br />
              <span className={classes.soft}>{details}</span>
            </span>
            {late && <StateChip tone="bad">{t('late')}</StateChip>}
            <Button
              size="compact-md"
              variant="light"
              aria-label={`${act}: ${what}`}
              renderRoot={(props) => <Link {...props} {...to} />}
            >
              {act}
            </Button>
          </li>
        ))}
      </ul>
      {total > shown && <p className={classes.soft}>{t('more', { n: total - shown })}</p>}
    </Section>
  );
}
