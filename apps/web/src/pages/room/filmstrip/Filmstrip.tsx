import { ActionIcon } from '@mantine/core';
import { useElementSize, useMediaQuery } from '@mantine/hooks';
import IconChevronLeft from '@tabler/icons-react/dist/esm/icons/IconChevronLeft.mjs';
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs';
import { useState } from 'react';
import { useObserved, useRoom, useRoomState } from '../room-context';
import { useStage } from '../stage/stage-context';
import { PeerTile } from '../tile/PeerTile';
import classes from './filmstrip.module.css';
import { fitsPortrait, fitsRow, portraitQuery } from './fit';
import { filmstripOrder } from './order';
import { useTexts } from './texts';

/** Everybody but the stage, a page at a time; only the page that is shown costs anything. */
export function Filmstrip() {
  const t = useTexts();
  const { session } = useRoom();
  const { peers } = useRoomState();
  const { streams } = useObserved(session.log.streams);
  const { onStage, pin } = useStage();
  const { ref, width, height } = useElementSize();
  const portrait = useMediaQuery(portraitQuery, false, { getInitialValueInEffect: false });
  const [wanted, setPage] = useState(0);
  const others = filmstripOrder(Object.values(peers), streams).filter(
    ({ id }) => !(onStage?.source === 'camera' && onStage.peerId === id),
  );
  const perPage = portrait ? fitsPortrait(width, height) : fitsRow(width);
  const pages = Math.max(1, Math.ceil(others.length / perPage));
  const page = Math.min(wanted, pages - 1);
  const shown = others.slice(page * perPage, (page + 1) * perPage);
  if (others.length === 0) return null;
  return (
    <section className={classes.strip} aria-label={t('filmstrip')}>
      {pages > 1 && (
        <Turn label={t('previous')} disabled={page === 0} onClick={() => setPage(page - 1)}>
          <IconChevronLeft aria-hidden="true" />
        </Turn>
      )}
      <ul ref={ref} className={classes.tiles}>
        {shown.map((peer) => (
          <li key={peer.id} className={classes.tile}>
            <PeerTile peer={peer} />
            <button
              type="button"
              className={classes.pin}
              aria-label={t('pin', { name: peer.name })}
              onClick={() => pin({ peerId: peer.id, source: 'camera' })}
            />
          </li>
        ))}
      </ul>
      {pages > 1 && (
        <>
          <Turn label={t('next')} disabled={page === pages - 1} onClick={() => setPage(page + 1)}>
            <IconChevronRight aria-hidden="true" />
          </Turn>
          <span className={classes.page}>{t('page', { page: page + 1, pages })}</span>
        </>
      )}
    </section>
  );
}

interface TurnProps {
  readonly label: string;
  readonly disabled: boolean;
  readonly onClick: () => void;
  readonly children: React.ReactNode;
}

function Turn({ label, disabled, onClick, children }: TurnProps) {
  return (
    <ActionIcon variant="default" size="xl" aria-label={label} disabled={disabled} onClick={onClick}>
      {children}
    </ActionIcon>
  );
}
