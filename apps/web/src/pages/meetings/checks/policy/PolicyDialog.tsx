import type { CheckPolicy } from '@diemcau/contracts/meetings/checks';
import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { NewerNotice } from '../../../../admin/forms/NewerNotice';
import { useAct } from '../../../../admin/forms/use-act';
import { Dialog } from '../../../../admin/parts/Dialog';
import { useAdmin, useMayOn } from '../../../../admin/permissions';
import { unitQuery } from '../../../../admin/units/unit-query';
import { UnitPicker } from '../../../../admin/units/UnitPicker';
import { checksKey } from '../queries';
import { closesTooSoon, differs, draftOf, type PolicyDraft } from './draft';
import classes from './policy.module.css';
import { PolicyFields } from './PolicyFields';
import { policyQuery, resetPolicy, setPolicy } from './queries';
import { useTexts } from './texts';

/** What somebody wrote, and what it was read from: somebody else may save meanwhile. */
interface Written {
  readonly draft: PolicyDraft;
  readonly base: CheckPolicy;
}

/** The rules of checking of a unit: those in force, to be changed where the caller manages checks. */
export function PolicyDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts();
  const { grants } = useAdmin();
  const mayOn = useMayOn();
  const [unitId, setUnitId] = useState<string | null>(grants[0]?.unitId ?? null);
  const [written, setWritten] = useState<Written | null>(null);
  const unit = useQuery({ ...unitQuery(unitId ?? ''), enabled: unitId !== null });
  const policy = useQuery({ ...policyQuery(unitId ?? ''), enabled: unitId !== null });
  const save = useAct(setPolicy, { done: t('saved'), changes: [checksKey], after: onClose });
  const reset = useAct(resetPolicy, {
    done: t('resetDone'),
    changes: [checksKey],
    after: () => setWritten(null),
  });
  const base = written?.base ?? policy.data;
  const draft = written?.draft ?? (base && draftOf(base));
  const changeable = unit.data !== undefined && mayOn('checks.manage', unit.data.path);
  const ready = changeable && base && draft && differs(draft, base) && !closesTooSoon(draft);
  return (
    <Dialog
      opened
      title={t('title')}
      act={t('save')}
      onAct={() => base && draft && save.mutate({ unitId: base.unitId, version: base.version, ...draft })}
      onClose={onClose}
      busy={save.isPending}
      ready={ready === true}
      error={save.error ?? reset.error ?? policy.error ?? unit.error}
    >
      <p className={classes.note}>{t('lead')}</p>
      <UnitPicker
        label={t('unit')}
        value={unitId}
        clearable={false}
        onChange={(chosen) => {
          setUnitId(chosen);
          setWritten(null);
          save.reset();
        }}
      />
      {base && draft ? (
        <>
          <WhosePolicy policy={base} />
          {changeable && base.definedBy === base.unitId && (
            <Button
              size="compact-sm"
              variant="default"
              loading={reset.isPending}
              onClick={() => reset.mutate(base.unitId)}
              style={{ alignSelf: 'flex-start' }}
            >
              {t('reset')}
            </Button>
          )}
          {written && policy.data && (
            <NewerNotice
              newer={policy.data.version !== base.version}
              takeNewer={() => setWritten(null)}
              keepMine={() => setWritten({ draft, base: policy.data })}
            />
          )}
          <PolicyFields
            draft={draft}
            onChange={(changed) => setWritten({ draft: changed, base })}
            disabled={!changeable}
          />
          {unit.data && !changeable && <p className={classes.note}>{t('notAllowed')}</p>}
        </>
      ) : (
        policy.isPending && unitId !== null && <Skeleton height={240} aria-label={t('loading')} />
      )}
    </Dialog>
  );
}

function WhosePolicy({ policy: { unitId, definedBy } }: { policy: CheckPolicy }) {
  const t = useTexts();
  const above = definedBy !== null && definedBy !== unitId;
  const { data } = useQuery({ ...unitQuery(definedBy ?? ''), enabled: above });
  if (above) return <p className={classes.note}>{t('of', { unit: data?.name ?? '…' })}</p>;
  return <p className={classes.note}>{t(definedBy === null ? 'usual' : 'own')}</p>;
}
