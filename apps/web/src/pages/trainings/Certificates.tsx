import type { Certificate } from '@diemcau/contracts/meetings/certificates';
import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../admin/forms/use-act';
import { Dialog } from '../../admin/parts/Dialog';
import { Section } from '../../admin/parts/Section';
import { StateChip } from '../../admin/parts/StateChip';
import { DownloadButton } from '../../admin/table/DownloadButton';
import classes from '../meetings/checks/checks.module.css';
import { certificatesQuery, revokeCertificate, trainingsKey } from './queries';
import { useTexts } from './texts';

/** What was issued; nothing is shown before. */
export function Certificates({ trainingId, manageable }: { trainingId: string; manageable: boolean }) {
  const t = useTexts();
  const { data } = useQuery(certificatesQuery(trainingId));
  const [revoking, setRevoking] = useState<Certificate | null>(null);
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={t('certificates')}>
      <table className={classes.sites}>
        <tbody>
          {data.items.map((one) => (
            <tr key={one.id}>
              <td>
                <strong>{one.name}</strong> <small>{one.unitName}</small>
              </td>
              <td>
                {t('number')} {one.number} <small>· {one.code}</small>
              </td>
              <td>
                <StateChip tone={one.state === 'valid' ? 'good' : 'bad'}>{t(one.state)}</StateChip>
              </td>
              <td>
                <div className={classes.acts}>
                  <DownloadButton
                    path={`/api/v1/certificates/${one.id}/file.pdf`}
                    fileName={`chung-nhan-${one.number.replaceAll('/', '-')}.pdf`}
                  >
                    {t('download')}
                  </DownloadButton>
                  {manageable && one.state === 'valid' && (
                    <Button size="sm" variant="subtle" color="red" onClick={() => setRevoking(one)}>
                      {t('revoke')}
                    </Button>
                  )}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {revoking && <RevokeDialog certificate={revoking} onClose={() => setRevoking(null)} />}
    </Section>
  );
}

function RevokeDialog({ certificate, onClose }: { certificate: Certificate; onClose: () => void }) {
  const t = useTexts();
  const [reason, setReason] = useState('');
  const revoke = useAct(revokeCertificate, { done: t('revoked'), changes: [trainingsKey], after: onClose });
  return (
    <Dialog
      opened
      danger
      title={t('revokeTitle', { number: certificate.number })}
      act={t('revoke')}
      ready={reason.trim() !== ''}
      busy={revoke.isPending}
      error={revoke.error}
      onClose={onClose}
      onAct={() => revoke.mutate({ certificateId: certificate.id, reason: reason.trim() })}
    >
      <TextInput
        label={t('reason')}
        required
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Dialog>
  );
}
