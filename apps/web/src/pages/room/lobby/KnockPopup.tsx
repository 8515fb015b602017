import { Button } from '@mantine/core';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import { useToast } from '../notices/toast-list';
import classes from './lobby.module.css';
import { useLobby } from './lobby-context';
import { admit } from './requests';
import { useTexts } from './texts';

/** Who knocks, over the pictures while the panel is closed: the answer is one press away. */
export function KnockPopup({ onOpen }: { onOpen: () => void }) {
  const t = useTexts();
  const toast = useToast();
  const { waiting } = useLobby();
  const [first] = waiting;
  if (!first) return null;
  return (
    <section className={classes.popup} aria-label={t('lobby')} aria-live="polite">
      <p className={classes.name}>{t('knock', { names: first.fullName })}</p>
      {waiting.length > 1 && <p className={classes.facts}>{t('alsoWaiting', { n: waiting.length - 1 })}</p>}
      <div className={classes.actions}>
        <Button
          size="sm"
          leftSection={<IconCheck size="1.2em" aria-hidden="true" />}
          aria-label={t('admitName', { name: first.fullName })}
          onClick={() => void admit(first.id).catch(toast)}
        >
          {t('admit')}
        </Button>
        <Button size="sm" variant="default" onClick={onOpen}>
          {t('openLobby')}
        </Button>
      </div>
    </section>
  );
}
