import { body } from '@diemcau/client/rest';
import type { Mail } from '@diemcau/contracts/identity/mail';
import { Button, Skeleton } from '@mantine/core';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import { useQuery } from '@tanstack/react-query';
import { formatInstant } from '../../../admin/dates/format';
import { DetailDrawer } from '../../../admin/parts/DetailDrawer';
import { Facts } from '../../../admin/parts/Facts';
import { Trouble } from '../../../admin/parts/Trouble';
import { saveFile } from '../../../admin/table/save-file';
import { rest } from '../../../api/rest';
import { MailBody } from './MailBody';
import { useTexts } from './texts';

export function MailDrawer({ mail, onClose }: { mail: Mail | null; onClose: () => void }) {
  const t = useTexts();
  return (
    <DetailDrawer
      opened={mail !== null}
      onClose={onClose}
      title={mail ? (mail.subject ?? t(`kind_${mail.kind}`)) : ''}
      width={720}
    >
      {mail && <Whole mail={mail} />}
    </DetailDrawer>
  );
}

function Whole({ mail }: { mail: Mail }) {
  const t = useTexts();
  const { data, error, refetch } = useQuery({
    queryKey: ['admin', 'mails', 'one', mail.id],
    queryFn: () => body(rest.GET('/api/v1/mails/{mailId}', { params: { path: { mailId: mail.id } } })),
  });
  const { eml = null } = data ?? {};
  return (
    <>
      <Facts
        of={[
          [t('to'), mail.to ?? t('gone')],
          [t('state'), t(`state_${mail.state}`)],
          [t('at'), formatInstant(mail.createdAt)],
          mail.sentAt === null ? null : [t('sentAt'), formatInstant(mail.sentAt)],
          mail.attempts === 0 ? null : [t('attempts'), String(mail.attempts)],
          mail.problem === null ? null : [t('problem'), mail.problem],
        ]}
      />
      <Trouble error={error} onRetry={refetch} />
      {!data && !error && <Skeleton height={240} mt="md" aria-hidden="true" />}
      {data && eml === null && <p>{t('purgedText')}</p>}
      {eml !== null && (
        <>
          <MailBody eml={eml} title={mail.subject ?? t(`kind_${mail.kind}`)} />
          <Button
            variant="default"
            size="sm"
            mt="md"
            leftSection={<IconDownload size={18} aria-hidden="true" />}
            onClick={() => saveFile(new Blob([eml], { type: 'message/rfc822' }), 'thu.eml')}
          >
            {t('download')}
          </Button>
        </>
      )}
    </>
  );
}
