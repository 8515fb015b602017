import type { SeatRegion } from '@diemcau/contracts/meetings/presets';
import type { SeatingPlan } from '@diemcau/contracts/meetings/sites-seating';
import { Picture } from '../../files/Photo';
import classes from '../site.module.css';
import { useTexts } from './texts';

interface Props {
  readonly of: SeatingPlan;
  /** What a frame of the camera shows. */
  readonly region?: SeatRegion | null;
  /** Without words, beside a preset. */
  readonly small?: boolean;
}

/** The room from above, the screen at the top. */
export function Plan({ of: { kind, rows, seatsPerRow, fileId, marks }, region, small = false }: Props) {
  const t = useTexts();
  const seats = (rows ?? 0) * (seatsPerRow ?? 0);
  const share = (of: number): string => `${of * 100}%`;
  return (
    <div className={small ? classes.small : undefined}>
      {kind === 'grid' && !small && <div className={classes.front}>{t('front')}</div>}
      <div className={classes.plan}>
        {kind === 'grid' && (
          <div
            className={classes.grid}
            style={{ gridTemplateColumns: `repeat(${seatsPerRow ?? 1}, 1fr)` }}
            aria-hidden="true"
          >
            {Array.from({ length: seats }, (_, seat) => (
              <span key={seat} className={classes.seat} />
            ))}
          </div>
        )}
        {fileId && <Picture fileId={fileId} alt={t('picture')} />}
        {!small &&
          marks.map(({ label, x, y }) => (
            <span
              key={`${label} ${x} ${y}`}
              className={classes.mark}
              style={{ left: share(x), top: share(y) }}
            >
              {label}
            </span>
          ))}
        {region && (
          <span
            className={classes.region}
            style={{
              left: share(region.x),
              top: share(region.y),
              width: share(region.width),
              height: share(region.height),
            }}
          />
        )}
      </div>
    </div>
  );
}
