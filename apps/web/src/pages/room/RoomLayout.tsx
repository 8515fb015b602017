import { useState } from 'react';
import { ChatPanel } from './chat/ChatPanel';
import { useUnread } from './chat/use-unread';
import { ControlBar } from './controls/ControlBar';
import { ConnectionBanner } from './header/ConnectionBanner';
import { RoomHeader } from './header/RoomHeader';
import { KnockPopup } from './lobby/KnockPopup';
import { LobbyProvider } from './lobby/LobbyProvider';
import { GrantedCard } from './notices/GrantedCard';
import { ToastProvider } from './notices/ToastProvider';
import { SidePanel, type PanelName } from './panel/SidePanel';
import { PeoplePanel } from './people/PeoplePanel';
import classes from './room.module.css';
import { RemoteSounds } from './sound/RemoteSounds';
import { Filmstrip } from './filmstrip/Filmstrip';
import { Stage } from './stage/Stage';
import { StageProvider } from './stage/stage-context';
import { useTexts } from './texts';
import { useWakeLock } from './use-wake-lock';

/** Stage and filmstrip, the side panel, and the controls at thumb reach. */
export function RoomLayout() {
  const t = useTexts();
  const [panel, setPanel] = useState<PanelName | null>(null);
  const unread = useUnread(panel === 'chat');
  const toggle = (name: PanelName) => setPanel((open) => (open === name ? null : name));
  const close = () => setPanel(null);
  useWakeLock();
  return (
    <ToastProvider>
      <LobbyProvider>
        <StageProvider>
          <div className={classes.room} data-panel={panel ?? undefined}>
            <RoomHeader />
            <ConnectionBanner />
            <main className={classes.main} aria-label={t('pictures')}>
              <Stage />
              <Filmstrip />
            </main>
            {panel === 'people' && (
              <SidePanel name="people" onClose={close}>
                <PeoplePanel />
              </SidePanel>
            )}
            {panel === 'chat' && (
              <SidePanel name="chat" onClose={close}>
                <ChatPanel />
              </SidePanel>
            )}
            {panel !== 'people' && <KnockPopup onOpen={() => setPanel('people')} />}
            <div className={classes.foot}>
              <GrantedCard />
              <ControlBar panel={panel} unread={unread} onToggle={toggle} />
            </div>
            <RemoteSounds />
          </div>
        </StageProvider>
      </LobbyProvider>
    </ToastProvider>
  );
}
