import IconDevices from '@tabler/icons-react/dist/esm/icons/IconDevices.mjs';
import { Empty } from '../../../admin/parts/Empty';
import { PageHead } from '../../../admin/parts/PageHead';
import { Section } from '../../../admin/parts/Section';
import { useMay } from '../../../admin/permissions';
import { PersonPicker } from '../../../admin/people/PersonPicker';
import { useAddressState } from '../../../admin/table/list-search';
import { Sessions } from '../people/person/Sessions';
import classes from './sessions.module.css';
import { useTexts } from './texts';

/** Where somebody is signed in, and putting them out (I6): for the phone call about a lost laptop. */
export function SessionsPage() {
  const t = useTexts();
  const may = useMay();
  const [{ userId }, patch] = useAddressState();
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <div className={classes.who}>
        <PersonPicker
          label={t('who')}
          description={t('whoHint')}
          value={userId ?? null}
          onChange={(chosen) => patch({ userId: chosen ?? undefined })}
        />
      </div>
      {userId ? (
        <Sessions key={userId} userId={userId} mayEnd={may('sessions.end')} />
      ) : (
        <Section title={t('title')}>
          <Empty icon={IconDevices} title={t('nobody')}>
            <p>{t('nobodyText')}</p>
          </Empty>
        </Section>
      )}
    </>
  );
}
