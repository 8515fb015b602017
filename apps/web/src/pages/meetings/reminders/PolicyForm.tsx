import type { ReminderPolicy } from '@diemcau/contracts/meetings/reminders';
import { Button } from '@mantine/core';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useState } from 'react';
import { SaveBar } from '../../../admin/forms/SaveBar';
import { useAct } from '../../../admin/forms/use-act';
import { Section } from '../../../admin/parts/Section';
import { Trouble } from '../../../admin/parts/Trouble';
import { abouts, type DraftRule, draftOf, faultOf, rulesOf, withOneMore } from './draft';
import { changeReminderPolicy, reminderPolicyKey } from './queries';
import classes from './reminders.module.css';
import { RuleRow } from './RuleRow';
import { useTexts } from './texts';

const most = 20;

export function PolicyForm({ policy }: { readonly policy: ReminderPolicy }) {
  const t = useTexts();
  const [draft, setDraft] = useState(() => draftOf(policy.rules));
  const { provinceId, version, changeable } = policy;
  const rules = rulesOf(draft);
  const changed = JSON.stringify(rules) !== JSON.stringify(policy.rules);
  const wrong = draft.some((rule) => faultOf(rule, draft) !== null);
  const save = useAct(() => changeReminderPolicy({ provinceId, version, rules }), {
    done: t('saved'),
    changes: [reminderPolicyKey],
  });
  const change = (key: number, changes: Partial<DraftRule>) =>
    setDraft((before) => before.map((rule) => (rule.key === key ? { ...rule, ...changes } : rule)));
  return (
    <fieldset disabled={!changeable} className={classes.all}>
      {!changeable && <p className={classes.soft}>{t('readOnly')}</p>}
      {abouts.map((about) => {
        const ofIt = draft.filter((rule) => rule.about === about);
        return (
          <Section key={about} title={t(`about_${about}`)}>
            <p className={classes.soft}>{t(`text_${about}`)}</p>
            {ofIt.length === 0 && <p className={classes.none}>{t('none')}</p>}
            <ul className={classes.rules}>
              {ofIt.map((rule) => (
                <RuleRow
                  key={rule.key}
                  rule={rule}
                  fault={faultOf(rule, draft)}
                  onChange={(changes) => change(rule.key, changes)}
                  onRemove={() => setDraft((before) => before.filter(({ key }) => key !== rule.key))}
                />
              ))}
            </ul>
            {changeable && (
              <Button
                variant="subtle"
                leftSection={<IconPlus size={18} aria-hidden="true" />}
                disabled={draft.length >= most}
                onClick={() => setDraft((before) => withOneMore(before, about))}
              >
                {t(`add_${about}`)}
              </Button>
            )}
          </Section>
        );
      })}
      <Trouble error={save.error} />
      {changeable && (
        <SaveBar
          changed={changed}
          ready={!wrong}
          busy={save.isPending}
          onUndo={() => setDraft(draftOf(policy.rules))}
          onSave={() => save.mutate(undefined)}
        />
      )}
    </fieldset>
  );
}
