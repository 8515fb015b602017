import type { TemplateSite } from '@diemcau/contracts/meetings/series-template';
import type { SiteLine } from '@diemcau/contracts/meetings/sites';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatDecimal } from '../../../../i18n/numbers';
import { changed } from './adding';
import { speaksOf } from './shown';
import { SiteRow } from './SiteRow';
import classes from './sites.module.css';
import { useTexts } from './texts';

/** Past it a list is searched rather than read. */
export const readAtOnce = 20;
const shownMore = 80;

interface Props {
  readonly sites: readonly TemplateSite[];
  readonly onChange: (sites: TemplateSite[]) => void;
  readonly of: (siteId: string) => SiteLine | undefined;
}

/** The sites that are in it; of a long list the beginning, or what was searched for. */
export function SiteRows({ sites, onChange, of }: Props) {
  const t = useTexts();
  const [typed, setTyped] = useState('');
  const [room, setRoom] = useState(readAtOnce);
  const long = sites.length > readAtOnce;
  const found = long
    ? sites.filter(({ siteId }) => speaksOf(`${of(siteId)?.name} ${of(siteId)?.unitName}`, typed))
    : sites;
  const left = found.length - room;
  const people = sites.reduce((all, { expected }) => all + expected, 0);
  return (
    <>
      {long && (
        <>
          <p className={classes.total}>
            {t('total', { n: formatDecimal(sites.length, 0), people: formatDecimal(people, 0) })}
          </p>
          <TextInput
            type="search"
            aria-label={t('find')}
            placeholder={t('find')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            // Searching is not saving: the form around it stays open.
            onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          />
          {found.length === 0 && <p className={classes.quiet}>{t('noneFound')}</p>}
        </>
      )}
      {found.slice(0, room).map((site) => (
        <SiteRow
          key={site.siteId}
          site={site}
          named={of(site.siteId)}
          onChange={(changes) => onChange(changed(sites, site.siteId, changes))}
          onRemove={() => onChange(sites.filter(({ siteId }) => siteId !== site.siteId))}
        />
      ))}
      {left > 0 && (
        <Button
          variant="subtle"
          fullWidth
          className={classes.more ?? ''}
          onClick={() => setRoom(room + shownMore)}
        >
          {t('more', { n: Math.min(left, shownMore) })}
        </Button>
      )}
    </>
  );
}
