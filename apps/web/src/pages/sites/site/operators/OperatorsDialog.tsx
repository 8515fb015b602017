import { body } from '@diemcau/client/rest';
import type { RosterEntry, RosterPage } from '@diemcau/contracts/identity/roster';
import type { Site } from '@diemcau/contracts/meetings/sites';
import { Checkbox, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { rest } from '../../../../api/rest';
import { useAct } from '../../../../admin/forms/use-act';
import { useReadVersion } from '../../../../admin/forms/use-read-version';
import { Dialog } from '../../../../admin/parts/Dialog';
import { Trouble } from '../../../../admin/parts/Trouble';
import { setOperators, sitesKey } from '../../queries';
import { useTexts } from './texts';

/**
 * Everybody in the present roster of the site's unit and of those above it, the nearest unit first. The roster is that of the
 * whole province: who is not found would be taken off the site when it is saved.
 */
async function candidates({ unitPath }: Site): Promise<RosterEntry[]> {
  const found: RosterEntry[] = [];
  let cursor: string | null = null;
  do {
    const query = { unitId: unitPath[0] ?? '', limit: 200, ...(cursor !== null && { cursor }) };
    const page: RosterPage = await body(rest.GET('/api/v1/roster', { params: { query } }));
    found.push(...page.items.filter(({ unitId }) => unitPath.includes(unitId)));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return found.sort((one, other) => unitPath.indexOf(other.unitId) - unitPath.indexOf(one.unitId));
}

export function OperatorsDialog({ site, onClose }: { site: Site; onClose: () => void }) {
  const t = useTexts();
  const [chosen, setChosen] = useState(site.operators.map(({ entryId }) => entryId));
  const { data, error, refetch } = useQuery({
    queryKey: [...sitesKey, 'candidates', site.unitId],
    queryFn: () => candidates(site),
  });
  const save = useAct(setOperators, { changes: [sitesKey], done: t('saved'), after: onClose });
  const version = useReadVersion(site.version, save.error);
  const known = data?.filter(({ id }) => chosen.includes(id)).map(({ id }) => id) ?? [];
  return (
    <Dialog
      opened
      title={t('choose')}
      act={t('save')}
      onAct={() => save.mutate({ siteId: site.id, version, entryIds: known })}
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
