import type { MeetingType } from '@diemcau/contracts/meetings/meeting-types';
import { useQueryClient } from '@tanstack/react-query';
import { useAct } from '../../../admin/forms/use-act';
import { Dialog } from '../../../admin/parts/Dialog';
import { currentLanguage } from '../../../i18n/language';
import { meetingTypesKey, shownWithTypes, resetMeetingType } from './queries';
import { useTexts } from './texts';

interface Props {
  readonly type: MeetingType;
  readonly provinceId: string;
  readonly onReset: (type: MeetingType) => void;
  readonly onClose: () => void;
}

/** Says what is lost before the province's own settings of a type are dropped. */
export function ResetDialog({ type, provinceId, onReset, onClose }: Props) {
  const t = useTexts();
  const client = useQueryClient();
  const reset = useAct(resetMeetingType, {
    done: t('resetDone'),
    changes: shownWithTypes,
    after: (list) => {
      client.setQueryData(meetingTypesKey, list);
      const now = list.items.find(({ kind }) => kind === type.kind);
      if (now) onReset(now);
      onClose();
    },
  });
  return (
    <Dialog
      opened
      danger
      title={t('resetTitle', { name: currentLanguage() === 'vi' ? type.nameVi : type.nameEn })}
      act={t('resetAct')}
      onAct={() => reset.mutate({ kind: type.kind, provinceId })}
      busy={reset.isPending}
      error={reset.error}
      onClose={onClose}
    >
      <p>{t('resetText')}</p>
    </Dialog>
  );
}
