import type { ReminderPolicy } from '@diemcau/contracts/meetings/reminders';
import { Button } from '@mantine/core';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useQueryClient } from '@tanstack/react-query';
import { NewerNotice } from '../../../admin/forms/NewerNotice';
import { SaveBar } from '../../../admin/forms/SaveBar';
import { useAct } from '../../../admin/forms/use-act';
import { useDraft } from '../../../admin/forms/use-draft';
import { Section } from '../../../admin/parts/Section';
import { Trouble } from '../../../admin/parts/Trouble';
import { abouts, type DraftRule, draftOf, faultOf, rulesOf, withOneMore } from './draft';
import { changeReminderPolicy, reminderPolicyKey, reminderPolicyQuery } from './queries';
import classes from './reminders.module.css';
import { RuleRow } from './RuleRow';
import { useTexts } from './texts';

const most = 20;
const draftOfPolicy = ({ rules }: ReminderPolicy) => draftOf(rules);

export function PolicyForm({ policy }: { readonly policy: ReminderPolicy }) {
  const t = useTexts();
  const client = useQueryClient();
  const writing = useDraft(policy, draftOfPolicy, rulesOf);
  const { base, draft, setDraft, changed, newer, begin } = writing;
  const { provinceId, changeable } = policy;
  const wrong = draft.some((rule) => faultOf(rule, draft) !== null);
  const save = useAct(
    () => changeReminderPolicy({ provinceId, version: base.version, rules: rulesOf(draft) }),
    {
      done: t('saved'),
      changes: [reminderPolicyKey],
      after: (saved) => {
        client.setQueryData(reminderPolicyQuery().queryKey, saved);
        begin(saved);
      },
    },
  );
  const change = (key: number, changes: Partial<DraftRule>) =>
    setDraft((before) => before.map((rule) => (rule.key === key ? { ...rule, ...changes } : rule)));
  return (
    <fieldset disabled={!changeable} className={classes.all}>
      {!changeable && <p className={classes.soft}>{t('readOnly')}</p>}
      <NewerNotice {...writing} />
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
      {!newer && <Trouble error={save.error} />}
      {changeable && (
        <SaveBar
          changed={changed}
          ready={!newer && !wrong}
          busy={save.isPending}
          onUndo={() => begin(policy)}
          onSave={() => save.mutate(undefined)}
        />
      )}
    </fieldset>
  );
}
