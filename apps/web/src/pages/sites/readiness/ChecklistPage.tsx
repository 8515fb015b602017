import type { Checklist, ChecklistItem } from '@diemcau/contracts/meetings/readiness';
import { Button, Group, Skeleton } from '@mantine/core';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Unsaved } from '../../../admin/forms/Unsaved';
import { useAct } from '../../../admin/forms/use-act';
import { Back } from '../../../admin/parts/Back';
import { PageHead } from '../../../admin/parts/PageHead';
import { Trouble } from '../../../admin/parts/Trouble';
import { useMayOn } from '../../../admin/permissions';
import { useAddressState } from '../../../admin/table/list-search';
import { ProblemNote } from '../../../parts/ProblemNote';
import classes from '../site/site.module.css';
import { ChecklistRow } from './ChecklistRow';
import { checklistQuery, readinessKey, setChecklist } from './queries';
import { useTexts } from './texts';

/** What a province asks of its sites: data that the department edits. */
export function ChecklistPage() {
  const t = useTexts();
  const [{ unitId }] = useAddressState();
  const { data, error, refetch } = useQuery(checklistQuery(unitId));
  if (error && !data) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <Back>
        <Link to="/work/readiness">{t('back')}</Link>
      </Back>
      <PageHead title={t('checklist')} lead={t('checklistLead')} />
      {data ? <Editor key={data.version} of={data} /> : <Skeleton height={320} aria-hidden="true" />}
    </>
  );
}

const fresh = (): ChecklistItem => ({
  key: crypto.randomUUID(),
  nameVi: '',
  nameEn: '',
  weight: 1,
  photo: false,
  validMonths: null,
  seats: null,
});

function Editor({ of: { provinceId, version, items } }: { of: Checklist }) {
  const t = useTexts();
  const mayChange = useMayOn()('sites.configure', [provinceId]);
  const [draft, setDraft] = useState(items);
  const save = useAct(setChecklist, { changes: [readinessKey, ['work', 'sites']], done: t('saved') });
  const changed = JSON.stringify(draft) !== JSON.stringify(items);
  const whole = draft.every(
    ({ nameVi, nameEn, weight }) => nameVi.trim() !== '' && nameEn.trim() !== '' && weight > 0,
  );
  return (
    <>
      <ol className={classes.items}>
        {draft.map((item, at) => (
          <ChecklistRow
            key={item.key}
            item={item}
            number={at + 1}
            readOnly={!mayChange}
            onChange={(next) => setDraft(draft.map((one, i) => (i === at ? next : one)))}
            onRemove={() => setDraft(draft.filter((_, i) => i !== at))}
          />
        ))}
      </ol>
      <Unsaved changed={changed} />
      <Trouble error={save.error} />
      {mayChange && (
        <Group mt="md">
          <Button
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden="true" />}
            onClick={() => setDraft([...draft, fresh()])}
          >
            {t('addItem')}
          </Button>
          <Button
            loading={save.isPending}
            disabled={!changed || !whole}
            onClick={() => save.mutate({ provinceId, version, items: draft })}
          >
            {t('save')}
          </Button>
        </Group>
      )}
    </>
  );
}
