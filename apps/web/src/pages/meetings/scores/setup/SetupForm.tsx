import type { ScoreSheet } from '@diemcau/contracts/meetings/scoring';
import { Button, Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { NewerNotice } from '../../../../admin/forms/NewerNotice';
import { Unsaved } from '../../../../admin/forms/Unsaved';
import { useAct } from '../../../../admin/forms/use-act';
import { useDraft } from '../../../../admin/forms/use-draft';
import { Section } from '../../../../admin/parts/Section';
import { Trouble } from '../../../../admin/parts/Trouble';
import { CriteriaFields } from '../../rows/CriteriaFields';
import { setSheet, sheetKey } from '../queries';
import { useTexts } from '../texts';
import { ContestantFields } from './ContestantFields';
import { draftOf, isWhole, loses, lossesOf, type SheetDraft, sheetOf } from './draft';
import { JuryFields } from './JuryFields';
import { LossDialog } from './LossDialog';

interface Props {
  readonly sheet: ScoreSheet;
  /** Scores may have been given. */
  readonly begun: boolean;
  readonly onDone: () => void;
}

/** Criteria, jury and contestants, prefilled from the meeting's type (HB-2.1). */
export function SetupForm({ sheet, begun, onDone }: Props) {
  const t = useTexts();
  const client = useQueryClient();
  const writing = useDraft(sheet, draftOf, sheetOf);
  const { base, draft, setDraft, changed, newer } = writing;
  const [warned, setWarned] = useState(false);
  const put = (changes: Partial<SheetDraft>) => setDraft((before) => ({ ...before, ...changes }));
  const save = useAct(setSheet, {
    done: t('saved'),
    changes: [sheetKey(sheet.occurrenceId)],
    after: (now) => {
      client.setQueryData(sheetKey(sheet.occurrenceId), now);
      onDone();
    },
  });
  const losses = lossesOf(draft, sheet);
  const submit = () =>
    save.mutate({ occurrenceId: sheet.occurrenceId, version: base.version, ...sheetOf(draft) });
  return (
    <>
      <NewerNotice {...writing} />
      <Section title={t('criteria')}>
        <CriteriaFields rows={draft.criteria} onChange={(criteria) => put({ criteria })} />
      </Section>
      <Section title={t('jury')}>
        <JuryFields jury={draft.jury} onChange={(jury) => put({ jury })} />
      </Section>
      <Section title={t('contestants')}>
        <ContestantFields rows={draft.contestants} onChange={(contestants) => put({ contestants })} />
      </Section>
      <Unsaved changed={changed} />
      {!newer && !warned && <Trouble error={save.error} />}
      <Group justify="flex-end" my="md">
        <Button variant="default" onClick={onDone}>
          {t('cancel')}
        </Button>
        <Button
          disabled={newer || !isWhole(draft)}
          loading={save.isPending}
          onClick={() => (begun && loses(losses) ? setWarned(true) : submit())}
        >
          {t('save')}
        </Button>
      </Group>
      {warned && !newer && (
        <LossDialog
          losses={losses}
          busy={save.isPending}
          error={save.error}
          onAct={submit}
          onClose={() => setWarned(false)}
        />
      )}
    </>
  );
}
