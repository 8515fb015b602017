import { Alert, Button, Modal } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import { CopyButton } from './CopyButton';
import classes from './SecretOnce.module.css';
import { useTexts } from './texts';

interface Props {
  readonly title: string;
  /** What it is for, and where to put it. */
  readonly text: string;
  readonly secret: string;
  readonly onClose: () => void;
}

/** Something told this once: closes by its button only. `<SecretOnce title={…} text={…} secret={made.secret} …/>` */
export function SecretOnce({ title, text, secret, onClose }: Props) {
  const t = useTexts();
  return (
    <Modal opened onClose={() => undefined} withCloseButton={false} title={title} size={560} centered>
      <div className={classes.body}>
        <p>{text}</p>
        <Alert color="yellow" icon={<IconAlertTriangle aria-hidden="true" />}>
          {t('shownOnce')}
        </Alert>
        <code className={classes.secret}>{secret}</code>
        <CopyButton text={secret} />
        <Button onClick={onClose}>{t('keptIt')}</Button>
      </div>
    </Modal>
  );
}
