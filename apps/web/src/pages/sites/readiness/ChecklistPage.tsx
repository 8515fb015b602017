import type { Checklist, ChecklistItem } from '@diemcau/contracts/meetings/readiness';
import { Button, Group, Skeleton } from '@mantine/core';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { NewerNotice } from '../../../admin/forms/NewerNotice';
import { Unsaved } from '../../../admin/forms/Unsaved';
import { useAct } from '../../../admin/forms/use-act';
import { useDraft } from '../../../admin/forms/use-draft';
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
      {data ? (
        <Editor key={data.provinceId} of={data} asked={unitId} />
      ) : (
        <Skeleton height={320} aria-hidden="true" />
      )}
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

const itemsOf = ({ items }: Checklist): ChecklistItem[] => items;

interface EditorProps {
  readonly of: Checklist;
  /** The unit whose list was asked for. */
  readonly asked: string | undefined;
}

function Editor({ of, asked }: EditorProps) {
  const { provinceId } = of;
  const t = useTexts();
  const mayChange = useMayOn()('sites.configure', [provinceId]);
  const client = useQueryClient();
  const writing = useDraft(of, itemsOf);
  const { base, draft, setDraft, changed, newer, begin } = writing;
  const save = useAct(setChecklist, {
    changes: [readinessKey, ['work', 'sites']],
    done: t('saved'),
    after: (saved) => {
      client.setQueryData(checklistQuery(asked).queryKey, saved);
      begin(saved);
    },
  });
  const whole = draft.every(
    ({ nameVi, nameEn, weight }) => nameVi.trim() !== '' && nameEn.trim() !== '' && weight > 0,
  );
  return (
    <>
      <NewerNotice {...writing} />
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
      {!newer && <Trouble error={save.error} />}
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
            disabled={!changed || newer || !whole}
            onClick={() => save.mutate({ provinceId, version: base.version, items: draft })}
          >
            {t('save')}
          </Button>
        </Group>
      )}
    </>
  );
}
