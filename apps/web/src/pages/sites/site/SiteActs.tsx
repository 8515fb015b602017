import { Button } from '@mantine/core';
import { useState } from 'react';
import { ReasonField } from '../../../admin/forms/ReasonField';
import { useAct } from '../../../admin/forms/use-act';
import { ConfirmByTyping } from '../../../admin/parts/ConfirmByTyping';
import { Dialog } from '../../../admin/parts/Dialog';
import { resumeSite, retireSite, sitesKey, suspendSite } from '../queries';
import { HandOverDialog } from './HandOverDialog';
import type { TabProps } from './tab';
import { useTexts } from './texts';

/** What the department decides about a site. */
export function SiteActs({ site, may }: TabProps) {
  const { id: siteId, name, version, state } = site;
  const t = useTexts();
  const [open, setOpen] = useState<'suspend' | 'retire' | 'handOver' | null>(null);
  const [reason, setReason] = useState('');
  const options = { changes: [sitesKey], after: () => setOpen(null) };
  const suspend = useAct(suspendSite, { ...options, done: t('suspended') });
  const resume = useAct(resumeSite, { ...options, done: t('resumed') });
  const retire = useAct(retireSite, { ...options, done: t('retired') });
  if (!may('sites.configure')) return null;
  return (
    <>
      {state === 'suspended' ? (
        <Button loading={resume.isPending} onClick={() => resume.mutate({ siteId, version })}>
          {t('resume')}
        </Button>
      ) : (
        <Button variant="default" onClick={() => setOpen('suspend')}>
          {t('suspend')}
        </Button>
      )}
      <Button variant="default" onClick={() => setOpen('handOver')}>
        {t('handOver')}
      </Button>
      <Button variant="subtle" color="red.9" onClick={() => setOpen('retire')}>
        {t('retire')}
      </Button>
      <Dialog
        opened={open === 'suspend'}
        title={t('suspendTitle', { name })}
        act={t('suspend')}
        onAct={() => suspend.mutate({ siteId, version, reason: reason.trim() })}
        onClose={() => setOpen(null)}
        busy={suspend.isPending}
        ready={reason.trim() !== ''}
        error={suspend.error}
      >
        <p>{t('suspendText')}</p>
        <ReasonField label={t('reason')} value={reason} required data-autofocus onChange={setReason} />
      </Dialog>
      {open === 'handOver' && <HandOverDialog site={site} onClose={() => setOpen(null)} />}
      <ConfirmByTyping
        opened={open === 'retire'}
        title={t('retireTitle', { name })}
        word={name}
        act={t('retire')}
        onAct={() => retire.mutate({ siteId, version })}
        onClose={() => setOpen(null)}
        busy={retire.isPending}
        error={retire.error}
      >
        <p>{t('retireText')}</p>
      </ConfirmByTyping>
    </>
  );
}
