import type { LineTest } from '@diemcau/contracts/media/line';
import type { DeviceFindings, ExpectedItem, ItemFound } from '@diemcau/contracts/meetings/checks-test';
import { Alert, Button, Textarea } from '@mantine/core';
import IconDoorOff from '@tabler/icons-react/dist/esm/icons/IconDoorOff.mjs';
import { useEffect, useRef, useState } from 'react';
import { Trouble } from '../../../../admin/parts/Trouble';
import { BeforeSending } from './BeforeSending';
import { Figures } from './Figures';
import { ItemsStep } from './ItemsStep';
import { LineStep } from './LineStep';
import { PictureStep } from './PictureStep';
import { SoundStep } from './SoundStep';
import classes from './steps.module.css';
import { useTexts } from './texts';

interface Props {
  readonly roomSlug: string | null;
  readonly requiredMbps: number;
  readonly expected: readonly ExpectedItem[];
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSend: (findings: DeviceFindings) => void;
}
const order = ['line', 'sound', 'picture', 'items', 'send'] as const;

/** Line, sound, picture, equipment, send: one after the other, for somebody who does it once a month (HB-8.2). */
export function CheckSteps({ roomSlug, requiredMbps, expected, busy, error, onSend }: Props) {
  const t = useTexts();
  const [at, setAt] = useState(0);
  const [line, setLine] = useState<LineTest | null>(null);
  const [sound, setSound] = useState({ toneHeard: false, peakLevel: 0 });
  const [picture, setPicture] = useState({ seen: false, width: 0, height: 0 });
  const [found, setItems] = useState<ItemFound[]>([]);
  const [note, setNote] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (at > 0) heading.current?.focus();
  }, [at]);
  // A device may have come or gone meanwhile.
  const items = found.filter(({ key }) => expected.some((one) => one.key === key));
  const step = order[at] ?? 'line';
  const ready = step === 'line' ? line !== null : step === 'items' ? items.length === expected.length : true;
  if (roomSlug === null) {
    return (
      <Alert color="yellow" icon={<IconDoorOff aria-hidden="true" />} title={t('noRoom')}>
        {t('noRoomText')}
      </Alert>
    );
  }
  const send = () =>
    line && onSend({ lineTestId: line.id, sound, picture, items, ...(note.trim() && { note: note.trim() }) });
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
      {step === 'sound' && <SoundStep found={sound} onChange={setSound} />}
      {step === 'picture' && <PictureStep found={picture} onChange={setPicture} />}
      {step === 'items' && <ItemsStep expected={expected} found={items} onChange={setItems} />}
      {step === 'send' && (
        <>
          <p>{t('sendIntro')}</p>
          {line && <Figures test={line} />}
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
