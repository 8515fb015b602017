import { type ConnectionDetails, connectionDetails } from '@diemcau/client/room/details';
import { useEffect, useState } from 'react';
import { useRoom, useRoomState } from '../room-context';
import { bitrates } from './bitrates';
import classes from './settings.module.css';
import { useTexts } from './texts';

const everyMs = 1000;

/** What every stream does right now; looked at each second while it is open. */
export function ConnectionDetailsView() {
  const t = useTexts();
  const { session } = useRoom();
  const { peers } = useRoomState();
  const [[before, now], setLooks] = useState<[ConnectionDetails | null, ConnectionDetails | null]>([
    null,
    null,
  ]);
  useEffect(() => {
    const look = async () => {
      const next = await connectionDetails(session.media);
      setLooks(([, last]) => [last, next]);
    };
    void look();
    const timer = setInterval(() => void look(), everyMs);
    return () => clearInterval(timer);
  }, [session]);
  if (!now) return null;
  const [path] = now.paths;
  const rates = bitrates(before, now, everyMs);
  return (
    <section aria-label={t('details')}>
      <h3 className={classes.heading}>{t('details')}</h3>
      <p className={classes.path}>
        {path
          ? t('path', {
              protocol: path.protocol.toUpperCase(),
              remote: path.remote,
              ms: Math.round(path.roundTripMs),
            })
          : t('noPath')}
      </p>
      <div className={classes.tableFrame}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th>{t('stream')}</th>
              <th>{t('rate')}</th>
              <th>{t('size')}</th>
              <th>{t('lost')}</th>
            </tr>
          </thead>
          <tbody>
            {now.sent.map((one, i) => (
              <tr key={`sent ${one.source} ${one.layer}`}>
                <td>
                  ↑ {t(one.source)} {one.layer}
                </td>
                <td>{rates.sent[i]} kbit/s</td>
                <td>{one.active ? sizeOf(one) : t('resting')}</td>
                <td>{one.limitedBy === 'none' || one.limitedBy === '' ? '' : one.limitedBy}</td>
              </tr>
            ))}
            {now.received.map((one, i) => (
              <tr key={`received ${one.peerId} ${one.source}`}>
                <td>
                  ↓ {t(one.source)} · {peers[one.peerId]?.name ?? ''}
                </td>
                <td>{rates.received[i]} kbit/s</td>
                <td>{sizeOf(one)}</td>
                <td>{one.packetsLost}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const sizeOf = ({
  frameWidth,
  frameHeight,
  framesPerSecond,
}: {
  frameWidth: number;
  frameHeight: number;
  framesPerSecond: number;
}) => (frameWidth > 0 ? `${frameWidth}×${frameHeight} · ${Math.round(framesPerSecond)}/s` : '');
