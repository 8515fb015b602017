import type { Tile } from '@diemcau/contracts/media/streams';
import { type RefObject, useEffect } from 'react';
import { useRoom } from '../room-context';

/**
 * Tells the session how large a picture is on this screen, and that nobody can see it while it is scrolled away or the
 * tab is hidden: such a picture is not sent.
 */
export function useTile(ref: RefObject<HTMLElement | null>, peerId: string, source: Tile['source']): void {
  const { session } = useRoom();
  useEffect(() => {
    const { current } = ref;
    if (!current) return;
    const { tiles } = session.media.receiving;
    const place = {};
    const size = { width: current.clientWidth, height: current.clientHeight };
    let inView = true;
    const tell = () => {
      const scale = inView && !document.hidden ? window.devicePixelRatio : 0;
      tiles.show(place, peerId, source, size.width * scale, size.height * scale);
    };
    const sizes = new ResizeObserver(([entry]) => {
      if (!entry) return;
      size.width = entry.contentRect.width;
      size.height = entry.contentRect.height;
      tell();
    });
    const views = new IntersectionObserver((entries) => {
      inView = entries.at(-1)?.isIntersecting ?? false;
      tell();
    });
    sizes.observe(current);
    views.observe(current);
    document.addEventListener('visibilitychange', tell);
    tell();
    return () => {
      sizes.disconnect();
      views.disconnect();
      document.removeEventListener('visibilitychange', tell);
      tiles.drop(place);
    };
  }, [ref, session, peerId, source]);
}
