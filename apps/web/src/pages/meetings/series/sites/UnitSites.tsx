import type { TemplateSite } from '@diemcau/contracts/meetings/series-template';
import type { SiteLine } from '@diemcau/contracts/meetings/sites';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Trouble } from '../../../../admin/parts/Trouble';
import { UnitPicker } from '../../../../admin/units/UnitPicker';
import { type Added, mostSites, type RoleRule, withAll } from './adding';
import { sitesBelow } from './queries';
import classes from './sites.module.css';
import { type Texts, useTexts } from './texts';

interface Props {
  /** With who holds the meeting, whose sites are offered first. */
  readonly rule: RoleRule;
  readonly sites: readonly TemplateSite[];
  readonly onChange: (sites: TemplateSite[]) => void;
  /** What is known of those just added. */
  readonly onFound: (sites: readonly SiteLine[]) => void;
}

/** All sites of a unit and of those below it at once; what was added can be taken out again at once, too. */
export function UnitSites({ rule, sites, onChange, onFound }: Props) {
  const t = useTexts();
  const [opened, setOpened] = useState(false);
  const [picked, setPicked] = useState<string | null>(null);
  const [result, setResult] = useState<Added | null>(null);
  const unitId = picked ?? rule.ownerId;
  const add = useMutation({
    mutationFn: sitesBelow,
    onSuccess: (found) => {
      const now = withAll(sites, found, rule);
      onFound(now.added);
      onChange(now.sites);
      setResult(now);
      setOpened(false);
    },
  });
  const undo = (added: readonly SiteLine[]) => {
    const gone = new Set(added.map(({ id }) => id));
    onChange(sites.filter(({ siteId }) => !gone.has(siteId)));
    setResult(null);
  };
  return (
    <div className={classes.unit}>
      {opened ? (
        <>
          <UnitPicker label={t('unit')} value={unitId} onChange={setPicked} clearable={false} />
          <div className={classes.buttons}>
            <Button
              disabled={unitId === null}
              loading={add.isPending}
              onClick={() => unitId !== null && add.mutate(unitId)}
            >
              {t('add')}
            </Button>
            <Button variant="default" onClick={() => setOpened(false)}>
              {t('cancel')}
            </Button>
          </div>
          <Trouble error={add.error} />
        </>
      ) : (
        <Button
          variant="default"
          className={classes.open ?? ''}
          classNames={{ label: classes.openLabel ?? '' }}
          onClick={() => {
            setResult(null);
            setOpened(true);
          }}
        >
          {t('addAll')}
        </Button>
      )}
      <div role="status" className={classes.result}>
        {result && <span>{wordsOf(result, t)}</span>}
        {result && result.added.length > 0 && (
          <Button variant="subtle" size="compact-md" onClick={() => undo(result.added)}>
            {t('undo')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** How many came, how many did not, and why. */
function wordsOf({ added, there, closed, beyond }: Added, t: Texts): string {
  const parts = [
    there > 0 && t('there', { n: there }),
    closed > 0 && t('closed', { n: closed }),
    beyond > 0 && t('beyond', { n: beyond, most: mostSites }),
  ].filter((part) => part !== false);
  if (added.length === 0 && parts.length === 0) return t('empty');
  const left = parts.length > 0 ? ` ${t('notAdded', { parts: parts.join('; ') })}` : '';
  return t('added', { n: added.length }) + left;
}
