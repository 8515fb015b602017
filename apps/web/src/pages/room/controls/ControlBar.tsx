import IconMessage from '@tabler/icons-react/dist/esm/icons/IconMessage.mjs';
import IconPhoneOff from '@tabler/icons-react/dist/esm/icons/IconPhoneOff.mjs';
import IconSettings from '@tabler/icons-react/dist/esm/icons/IconSettings.mjs';
import IconUsers from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs';
import { lazy, Suspense, useState } from 'react';
import { useLobby } from '../lobby/lobby-context';
import type { PanelName } from '../panel/SidePanel';
import { useRoom } from '../room-context';
import { CameraButton } from './CameraButton';
import { ControlButton } from './ControlButton';
import classes from './controls.module.css';
import { HandButton } from './HandButton';
import { MicrophoneButton } from './MicrophoneButton';
import { OwnState } from './OwnState';
import { ScreenButton } from './ScreenButton';
import { useTexts } from './texts';

const SettingsDialog = lazy(async () => ({
  default: (await import('../settings/SettingsDialog')).SettingsDialog,
}));

interface Props {
  readonly panel: PanelName | null;
  readonly unread: number;
  readonly onToggle: (panel: PanelName) => void;
}

/** One's own controls, at thumb reach. */
export function ControlBar({ panel, unread, onToggle }: Props) {
  const t = useTexts();
  const { session } = useRoom();
  const waiting = useLobby().waiting.length;
  const [settings, setSettings] = useState(false);
  return (
    <nav className={classes.bar} aria-label={t('controls')}>
      <OwnState />
      <div className={classes.buttons}>
        <MicrophoneButton />
        <CameraButton />
        <ScreenButton />
        <HandButton />
        <ControlButton
          icon={<IconUsers />}
          label={t('people')}
          caption={t('peopleCaption')}
          pressed={panel === 'people'}
          badge={waiting}
          onClick={() => onToggle('people')}
        />
        <ControlButton
          icon={<IconMessage />}
          label={t('chat')}
          caption={t('chatCaption')}
          pressed={panel === 'chat'}
          badge={unread}
          onClick={() => onToggle('chat')}
        />
        <ControlButton
          icon={<IconSettings />}
          label={t('settings')}
          caption={t('settingsCaption')}
          onClick={() => setSettings(true)}
        />
        <ControlButton
          icon={<IconPhoneOff />}
          label={t('leave')}
          caption={t('leaveCaption')}
          look="leave"
          onClick={() => void session.leave()}
        />
      </div>
      {settings && (
        <Suspense fallback={null}>
          <SettingsDialog onClose={() => setSettings(false)} />
        </Suspense>
      )}
    </nav>
  );
}
