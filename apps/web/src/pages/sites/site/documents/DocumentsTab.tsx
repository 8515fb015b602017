import type { SiteDocument } from '@diemcau/contracts/meetings/site-documents';
import { Button, Skeleton } from '@mantine/core';
import IconFilePlus from '@tabler/icons-react/dist/esm/icons/IconFilePlus.mjs';
import IconFiles from '@tabler/icons-react/dist/esm/icons/IconFiles.mjs';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDay } from '../../../../admin/dates/format';
import { useAct } from '../../../../admin/forms/use-act';
import { ConfirmByTyping } from '../../../../admin/parts/ConfirmByTyping';
import { Empty } from '../../../../admin/parts/Empty';
import { Section } from '../../../../admin/parts/Section';
import { Trouble } from '../../../../admin/parts/Trouble';
import { ValidityChip } from '../../Chips';
import { FileLink } from '../../files/FileLink';
import { documentsQuery, removeDocument, sitesKey } from '../../queries';
import { useSiteWords } from '../../words';
import classes from '../site.module.css';
import type { TabProps } from '../tab';
import { DocumentDialog } from './DocumentDialog';
import { useTexts } from './texts';

type Open = { act: 'add' } | { act: 'change' | 'remove'; document: SiteDocument };

/** Plans and other papers, with their validity (DA-1c, DA-1d). */
export function DocumentsTab({ site: { id: siteId }, may }: TabProps) {
  const t = useTexts();
  const words = useSiteWords();
  const { data, error, refetch } = useQuery(documentsQuery(siteId));
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const remove = useAct(removeDocument, { changes: [sitesKey], done: t('removed'), after: close });
  if (error) return <Trouble error={error} onRetry={refetch} />;
  if (!data) return <Skeleton height={200} aria-hidden="true" />;
  const keeps = may('sites.write');
  const add = keeps && (
    <Button
      size="sm"
      leftSection={<IconFilePlus size={18} aria-hidden="true" />}
      onClick={() => setOpen({ act: 'add' })}
    >
      {t('add')}
    </Button>
  );
  return (
    <Section title={t('heading')} actions={data.items.length > 0 && add}>
      {data.items.length === 0 && (
        <Empty icon={IconFiles} title={t('noneTitle')}>
          <p>{t('noneText')}</p>
          {add}
        </Empty>
      )}
      <ul className={classes.items}>
        {data.items.map((document) => (
          <li key={document.id} className={classes.item}>
            <div className={classes.itemHead}>
              <h3>{document.title}</h3>
              <ValidityChip of={document.validity} />
            </div>
            <p className={classes.soft}>
              {[words(`kind_${document.kind}`), document.number && t('numbered', { number: document.number })]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <p className={classes.soft}>
              {document.validTo
                ? t('fromTo', { from: formatDay(document.validFrom), to: formatDay(document.validTo) })
                : t('from', { from: formatDay(document.validFrom) })}
            </p>
            {document.reportedTo && (
              <p className={classes.soft}>
                {t('reported', {
                  to: document.reportedTo,
                  day: document.reportedOn ? formatDay(document.reportedOn) : '–',
                })}
              </p>
            )}
            <div className={classes.buttons}>
              {document.file && <FileLink file={document.file} />}
              {keeps && (
                <Button
                  variant="default"
                  size="compact-md"
                  onClick={() => setOpen({ act: 'change', document })}
                >
                  {t('change')}
                </Button>
              )}
              {keeps && (
                <Button
                  variant="subtle"
                  color="red.9"
                  size="compact-md"
                  onClick={() => setOpen({ act: 'remove', document })}
                >
                  {t('remove')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {open?.act === 'add' && <DocumentDialog siteId={siteId} document={null} onClose={close} />}
      {open?.act === 'change' && <DocumentDialog siteId={siteId} document={open.document} onClose={close} />}
      {open?.act === 'remove' && (
        <ConfirmByTyping
          opened
          title={t('removeTitle')}
          word={open.document.title}
          act={t('remove')}
          onAct={() => remove.mutate(open.document.id)}
          onClose={close}
          busy={remove.isPending}
          error={remove.error}
        >
          <p>{t('removeText')}</p>
        </ConfirmByTyping>
      )}
    </Section>
  );
}
