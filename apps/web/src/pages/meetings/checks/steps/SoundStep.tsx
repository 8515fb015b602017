import type { SoundFound } from '@diemcau/contracts/meetings/checks-test';
import { Button, Checkbox } from '@mantine/core';
import IconMicrophone from '@tabler/icons-react/dist/esm/icons/IconMicrophone.mjs';
import IconVolume from '@tabler/icons-react/dist/esm/icons/IconVolume.mjs';
import { useEffect, useState } from 'react';
import { StateChip } from '../../../../admin/parts/StateChip';
import { DevicePicker } from '../../../../devices/DevicePicker';
import { FaultNote } from '../../../../devices/FaultNote';
import { watchLevel } from '../../../../devices/level';
import { LevelMeter } from '../../../../devices/LevelMeter';
import { devicePreferences, rememberDevices } from '../../../../devices/preferences';
import { play } from '../../../../devices/sounds';
import { useCapture } from '../../../../devices/use-capture';
import { useDevices } from '../../../../devices/use-devices';
import { useTexts } from './texts';

/** Speech near a microphone is louder than this on the meter. */
const heardFrom = 0.2;

interface Props {
  readonly found: SoundFound;
  readonly onChange: (found: SoundFound) => void;
}

/** A tone from the room's loudspeaker, a voice into its microphone. */
export function SoundStep({ found, onChange }: Props) {
  const t = useTexts();
  const { track, fault, reopen } = useCapture('microphone');
  const devices = useDevices('audioinput', track);
  const [playing, setPlaying] = useState(false);
  const [peak, setPeak] = useState(found.peakLevel);
  useEffect(
    () => (track ? watchLevel(track, (level) => setPeak((most) => Math.max(most, level))) : undefined),
    [track],
  );
  useEffect(() => {
    if (peak > found.peakLevel) onChange({ ...found, peakLevel: Math.min(1, peak) });
  }, [peak, found, onChange]);
  const tone = async () => {
    setPlaying(true);
    await play('test', devicePreferences().speakerId).finally(() => setPlaying(false));
  };
  return (
    <>
      <p>{t('soundIntro')}</p>
      <Button
        variant="default"
        leftSection={<IconVolume size={20} aria-hidden="true" />}
        disabled={playing}
        onClick={() => void tone()}
        style={{ alignSelf: 'flex-start' }}
      >
        {t(playing ? 'playing' : 'playTone')}
      </Button>
      <Checkbox
        label={t('toneHeard')}
        checked={found.toneHeard}
        onChange={(event) => onChange({ ...found, toneHeard: event.currentTarget.checked })}
      />
      <DevicePicker
        label={t('microphone')}
        icon={<IconMicrophone size={20} aria-hidden="true" />}
        devices={devices}
        value={track?.getSettings().deviceId}
        onChange={(microphoneId) => {
          rememberDevices({ microphoneId });
          reopen();
        }}
      />
      {fault ? (
        <FaultNote kind="microphone" fault={fault} onRetry={reopen} />
      ) : (
        <>
          <p>{t('speak')}</p>
          <LevelMeter track={track} label={t('level')} />
          <div role="status">
            <StateChip tone={peak >= heardFrom ? 'good' : 'waiting'}>
              {t(peak >= heardFrom ? 'levelGood' : 'levelNone')}
            </StateChip>
          </div>
        </>
      )}
    </>
  );
}
