import type { ClassView } from '@diemcau/contracts/identity/classes';
import type { UserView } from '@diemcau/contracts/identity/user-views';
import { useAct } from '../../../../admin/forms/use-act';
import { Dialog } from '../../../../admin/parts/Dialog';
import { classesKey, putMembers } from '../queries';
import { useTexts } from '../texts';

interface Props {
  readonly schoolClass: ClassView;
  readonly studentIds: ReadonlySet<string>;
  readonly everybody: () => AsyncGenerator<UserView>;
  readonly onClose: () => void;
}

/** Out of the class, not out of the school: accounts stay. */
export function TakeOutDialog({ schoolClass, studentIds, everybody, onClose }: Props) {
  const t = useTexts();
  const takeOut = useAct(
    async () => {
      const stay: string[] = [];
      for await (const { id } of everybody()) if (!studentIds.has(id)) stay.push(id);
      return putMembers({ classId: schoolClass.id, version: schoolClass.version, studentIds: stay });
    },
    {
      done: ({ go }) => t('takenOut', { n: go.length }),
      changes: [classesKey, ['admin', 'people']],
      after: onClose,
    },
  );
  return (
    <Dialog
      opened
      title={t('takeOutTitle', { n: studentIds.size, name: schoolClass.name })}
      onClose={onClose}
      act={t('takeOut', { n: studentIds.size })}
      onAct={() => takeOut.mutate(undefined)}
      busy={takeOut.isPending}
      error={takeOut.error}
      danger
    >
      <p>{t('takeOutText')}</p>
    </Dialog>
  );
}
