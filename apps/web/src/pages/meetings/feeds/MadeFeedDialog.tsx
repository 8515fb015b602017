import type { MadeFeed } from '@diemcau/contracts/meetings/feeds';
import { Alert, Anchor, Button, Modal } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import { CopyButton } from '../../../credentials/CopyButton';
import { QrCode } from '../../../credentials/QrCode';
import classes from './feeds.module.css';
import { linksOf } from './links';
import { useTexts } from './texts';

/** The address, shown this once, and how each program takes it. Closes by its button only. */
export function MadeFeedDialog({ of: { feed, token }, onClose }: { of: MadeFeed; onClose: () => void }) {
  const t = useTexts();
  const { https, webcal, google } = linksOf(token, location);
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      title={t('madeTitle', { name: feed.name })}
      size={680}
      centered
    >
      <div className={classes.made}>
        <Alert color="yellow" icon={<IconAlertTriangle aria-hidden="true" />}>
          {t('madeText')}
        </Alert>
        <div className={classes.ways}>
          <figure>
            <QrCode text={webcal} words={t('scan')} />
            <figcaption>{t('scan')}</figcaption>
          </figure>
          <div>
            <p className={classes.label}>{t('address')}</p>
            <code className={classes.address}>{https}</code>
            <CopyButton text={https} />
            <Anchor href={webcal}>{t('open')}</Anchor>
            <Anchor href={google} target="_blank" rel="noreferrer">
              {t('google')}
            </Anchor>
          </div>
        </div>
        <div>
          <p className={classes.label}>{t('how')}</p>
          <ul className={classes.how}>
            <li>{t('howPhone')}</li>
            <li>{t('howOutlook')}</li>
            <li>{t('howGoogle')}</li>
          </ul>
        </div>
        <Button onClick={onClose}>{t('done')}</Button>
      </div>
    </Modal>
  );
}
