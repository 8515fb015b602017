import '@mantine/core/styles/Checkbox.css';
import { Button, Checkbox } from '@mantine/core';
import IconPrinter from '@tabler/icons-react/dist/esm/icons/IconPrinter.mjs';
import { useState } from 'react';
import { CopyButton } from './CopyButton';
import classes from './RecoveryCodes.module.css';
import { useTexts } from './texts';

interface Props {
  readonly codes: readonly string[];
  readonly onDone: () => void;
}

/** Shown this once: nobody goes on without having said that they are put away. */
export function RecoveryCodes({ codes, onDone }: Props) {
  const t = useTexts();
  const [saved, setSaved] = useState(false);
  return (
    <div className={classes.codes}>
      <div className={`recovery-sheet ${classes.sheet}`}>
        <p className={classes.heading}>{t('codesFor')}</p>
        <ol className={classes.list}>
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
      </div>
      <div className={classes.tools}>
        <CopyButton text={codes.join('\n')} />
        <Button
          variant="default"
          size="sm"
          leftSection={<IconPrinter size={18} aria-hidden="true" />}
          onClick={() => print()}
        >
          {t('codesPrint')}
        </Button>
      </div>
      <Checkbox
        label={t('codesSaved')}
        checked={saved}
        onChange={(event) => setSaved(event.currentTarget.checked)}
      />
      <Button disabled={!saved} onClick={onDone}>
        {t('codesGo')}
      </Button>
    </div>
  );
}
