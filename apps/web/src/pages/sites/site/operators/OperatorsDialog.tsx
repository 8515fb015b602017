import { body } from '@diemcau/client/rest';
import type { RosterEntry } from '@diemcau/contracts/identity/roster';
import type { Site } from '@diemcau/contracts/meetings/sites';
import { Checkbox, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { rest } from '../../../../api/rest';
import { useAct } from '../../../../admin/forms/use-act';
import { Dialog } from '../../../../admin/parts/Dialog';
import { Trouble } from '../../../../admin/parts/Trouble';
import { setOperators, sitesKey } from '../../queries';
import { useTexts } from './texts';

/** Everybody in the present roster of the site's unit and of those above it. */
async function candidates({ unitPath }: Site): Promise<RosterEntry[]> {
  const pages = await Promise.all(
    unitPath.map((unitId) => body(rest.GET('/api/v1/roster', { params: { query: { unitId, limit: 200 } } }))),
  );
  const entries = pages.flatMap(({ items }, i) => items.filter((entry) => entry.unitId === unitPath[i]));
  return entries.reverse();
}

export function OperatorsDialog({ site, onClose }: { site: Site; onClose: () => void }) {
  const t = useTexts();
  const [chosen, setChosen] = useState(site.operators.map(({ entryId }) => entryId));
  const { data, error, refetch } = useQuery({
    queryKey: [...sitesKey, 'candidates', site.unitId],
    queryFn: () => candidates(site),
  });
  const save = useAct(setOperators, { changes: [sitesKey], done: t('saved'), after: onClose });
  const known = data?.filter(({ id }) => chosen.includes(id)).map(({ id }) => id) ?? [];
  return (
    <Dialog
      opened
      title={t('choose')}
      act={t('save')}
      onAct={() => save.mutate({ siteId: site.id, version: site.version, entryIds: known })}
      onClose={onClose}
      busy={save.isPending}
      ready={data !== undefined}
      error={save.error}
    >
      <p>{t('chooseText')}</p>
      <Trouble error={error} onRetry={refetch} />
      {!data && !error && <Skeleton height={120} aria-hidden="true" />}
      {data?.length === 0 && <p>{t('emptyRoster')}</p>}
      <Checkbox.Group value={chosen} onChange={setChosen} aria-label={t('title')}>
        {data?.map(({ id, name, phone, unitName, duties }) => (
          <Checkbox
            key={id}
            value={id}
            mb="sm"
            label={`${name} · ${phone ?? t('noPhone')}`}
            description={`${duties} · ${unitName}`}
          />
        ))}
      </Checkbox.Group>
    </Dialog>
  );
}
