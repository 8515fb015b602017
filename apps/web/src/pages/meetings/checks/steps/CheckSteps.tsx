import type { LineTest } from '@diemcau/contracts/media/line';
import type { MediaTest } from '@diemcau/contracts/media/mirror';
import type {
  DeviceFindings,
  ExpectedItem,
  ItemFound,
  PictureFound,
  SoundFound,
} from '@diemcau/contracts/meetings/checks-test';
import { Alert, Button, Textarea } from '@mantine/core';
import IconDoorOff from '@tabler/icons-react/dist/esm/icons/IconDoorOff.mjs';
import { useEffect, useRef, useState } from 'react';
import { Trouble } from '../../../../admin/parts/Trouble';
import { BeforeSending } from './BeforeSending';
import { Figures } from './Figures';
import { ItemsStep } from './ItemsStep';
import { LineStep } from './LineStep';
import { MediaStep } from './MediaStep';
import { ReceivedVerdicts } from './ReceivedVerdicts';
import classes from './steps.module.css';
import { useTexts } from './texts';

interface Props {
  readonly roomSlug: string | null;
  readonly requiredMbps: number;
  readonly expected: readonly ExpectedItem[];
  readonly busy: boolean;
  readonly error: unknown;
  /** Lets sound and picture be measured, once for each. */
  readonly ticket: () => Promise<{ ticket: string }>;
  readonly onSend: (findings: DeviceFindings) => void;
}
interface MediaFound {
  readonly test: MediaTest | null;
  readonly sound: SoundFound;
  readonly picture: PictureFound;
}
const order = ['line', 'media', 'items', 'send'] as const;

/** Line, sound and picture, equipment, send: one after the other, for somebody who does it once a month (HB-8.2). */
export function CheckSteps({ roomSlug, requiredMbps, expected, busy, error, ticket, onSend }: Props) {
  const t = useTexts();
  const [at, setAt] = useState(0);
  const [line, setLine] = useState<LineTest | null>(null);
  const [media, setMedia] = useState<MediaFound>({
    test: null,
    sound: { toneHeard: false },
    picture: { seen: false },
  });
  const [found, setItems] = useState<ItemFound[]>([]);
  const [note, setNote] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (at > 0) heading.current?.focus();
  }, [at]);
  // A device may have come or gone meanwhile.
  const items = found.filter(({ key }) => expected.some((one) => one.key === key));
  const step = order[at] ?? 'line';
  const ready = {
    line: line !== null,
    media: media.test !== null,
    items: items.length === expected.length,
    send: true,
  }[step];
  if (roomSlug === null) {
    return (
      <Alert color="yellow" icon={<IconDoorOff aria-hidden="true" />} title={t('noRoom')}>
        {t('noRoomText')}
      </Alert>
    );
  }
  const send = () => {
    if (!line || !media.test) return;
    const { sound, picture, test } = media;
    const measured = { lineTestId: line.id, mediaTestId: test.id };
    onSend({ ...measured, sound, picture, items, ...(note.trim() && { note: note.trim() }) });
  };
  return (
    <div className={classes.steps}>
      <ol className={classes.trail} aria-label={t('steps')}>
        {order.map((name, i) => (
          <li key={name} data-done={i < at || undefined} aria-current={i === at ? 'step' : undefined}>
            <span>{t(name)}</span>
          </li>
        ))}
      </ol>
      <h2 ref={heading} tabIndex={-1} className={classes.heading}>
        {t(step)} <small>({t('stepOf', { n: at + 1, all: order.length })})</small>
      </h2>
      {step === 'line' && <LineStep slug={roomSlug} requiredMbps={requiredMbps} onResult={setLine} />}
      {step === 'media' && <MediaStep found={media} onChange={setMedia} ticket={ticket} />}
      {step === 'items' && <ItemsStep expected={expected} found={items} onChange={setItems} />}
      {step === 'send' && (
        <>
          <p>{t('sendIntro')}</p>
          {line && <Figures test={line} />}
          {media.test && <ReceivedVerdicts received={media.test} />}
          <BeforeSending items={items} expected={expected} />
          <Textarea
            label={t('note')}
            maxLength={500}
            autosize
            minRows={2}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Trouble error={error} />
        </>
      )}
      <div className={classes.actions}>
        <Button variant="default" disabled={at === 0 || busy} onClick={() => setAt(at - 1)}>
          {t('back')}
        </Button>
        {step === 'send' ? (
          <Button loading={busy} onClick={send}>
            {t('send')}
          </Button>
        ) : (
          <Button disabled={!ready} onClick={() => setAt(at + 1)}>
            {t('next')}
          </Button>
        )}
      </div>
    </div>
  );
}
