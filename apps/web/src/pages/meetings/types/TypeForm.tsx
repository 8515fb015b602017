import type { MeetingType } from '@diemcau/contracts/meetings/meeting-types';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { NewerNotice } from '../../../admin/forms/NewerNotice';
import { SaveBar } from '../../../admin/forms/SaveBar';
import { useAct } from '../../../admin/forms/use-act';
import { useDraft } from '../../../admin/forms/use-draft';
import { StateChip } from '../../../admin/parts/StateChip';
import { Trouble } from '../../../admin/parts/Trouble';
import { draftOf, isWhole, typeOf } from './draft';
import { meetingTypesKey, shownWithTypes, setMeetingType } from './queries';
import { ResetDialog } from './ResetDialog';
import { useTexts } from './texts';
import { TypeFields } from './TypeFields';
import classes from './types.module.css';

interface Props {
  readonly type: MeetingType;
  readonly provinceId: string;
  readonly changeable: boolean;
}

export function TypeForm({ type, provinceId, changeable }: Props) {
  const t = useTexts();
  const writing = useDraft(type, draftOf, typeOf);
  const { base, draft, setDraft, changed, newer, begin } = writing;
  const [resetting, setResetting] = useState(false);
  const client = useQueryClient();
  const save = useAct(setMeetingType, {
    done: t('saved'),
    changes: shownWithTypes,
    after: (list) => {
      client.setQueryData(meetingTypesKey, list);
      const now = list.items.find(({ kind }) => kind === type.kind);
      if (now) begin(now);
    },
  });
  const wish = { ...typeOf(draft), kind: type.kind, version: base.version, provinceId };
  return (
    <fieldset disabled={!changeable} className={classes.form}>
      <div className={classes.state}>
        <StateChip tone="neutral">{t(type.version > 0 ? 'own' : 'asProduct')}</StateChip>
        {changeable && type.version > 0 && (
          <Button variant="default" onClick={() => setResetting(true)}>
            {t('reset')}
          </Button>
        )}
      </div>
      <NewerNotice {...writing} />
      <TypeFields draft={draft} put={(changes) => setDraft((before) => ({ ...before, ...changes }))} />
      {!newer && <Trouble error={save.error} />}
      {changeable && (
        <SaveBar
          changed={changed}
          ready={!newer && isWhole(draft)}
          busy={save.isPending}
          onUndo={() => begin(type)}
          onSave={() => save.mutate(wish)}
        />
      )}
      {resetting && (
        <ResetDialog
          type={type}
          provinceId={provinceId}
          onReset={begin}
          onClose={() => setResetting(false)}
        />
      )}
    </fieldset>
  );
}
