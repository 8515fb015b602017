import '@mantine/core/styles/NumberInput.css';
import { Checkbox, NumberInput, TextInput } from '@mantine/core';
import { Section } from '../../../admin/parts/Section';
import { CriteriaFields } from '../rows/CriteriaFields';
import { ChecklistFields } from './ChecklistFields';
import type { TypeDraft } from './draft';
import { SiteRoles } from './SiteRoles';
import { useTexts } from './texts';
import classes from './types.module.css';

interface Props {
  readonly draft: TypeDraft;
  readonly put: (changes: Partial<TypeDraft>) => void;
}

/** Everything that a type brings along (HB-2.1). */
export function TypeFields({ draft, put }: Props) {
  const t = useTexts();
  return (
    <>
      <Section title={t('general')}>
        <div className={classes.fields}>
          <TextInput
            label={t('nameVi')}
            required
            maxLength={100}
            value={draft.nameVi}
            onChange={(event) => put({ nameVi: event.currentTarget.value })}
          />
          <TextInput
            label={t('nameEn')}
            required
            maxLength={100}
            value={draft.nameEn}
            onChange={(event) => put({ nameEn: event.currentTarget.value })}
          />
          <NumberInput
            label={t('duration')}
            required
            min={5}
            max={1440}
            step={15}
            allowDecimal={false}
            value={draft.durationMin}
            onChange={(typed) => typeof typed === 'number' && put({ durationMin: typed })}
          />
        </div>
        <div className={classes.checks}>
          <Checkbox
            label={t('dispatch')}
            checked={draft.dispatchNeeded}
            onChange={(event) => put({ dispatchNeeded: event.currentTarget.checked })}
          />
          <Checkbox
            label={t('recording')}
            checked={draft.recording}
            onChange={(event) => put({ recording: event.currentTarget.checked })}
          />
        </div>
      </Section>
      <SiteRoles draft={draft} put={put} />
      <Section title={t('checklist')}>
        <p className={classes.soft}>{t('checklistText')}</p>
        <ChecklistFields rows={draft.checklist} onChange={(checklist) => put({ checklist })} />
      </Section>
      <Section title={t('criteria')}>
        <p className={classes.soft}>{t('criteriaText')}</p>
        <CriteriaFields rows={draft.criteria} onChange={(criteria) => put({ criteria })} />
      </Section>
    </>
  );
}
