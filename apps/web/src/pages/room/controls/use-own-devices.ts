import type { Source } from '@diemcau/contracts/media/streams';
import { useCallback } from 'react';
import { capture, captureScreen, CaptureError } from '../../../devices/capture';
import { useTexts as useDeviceTexts } from '../../../devices/texts';
import { useToast } from '../notices/toast-list';
import { useRoom } from '../room-context';

/** Opening and closing what this site sends. Failures become words. */
export function useOwnDevices() {
  const { session } = useRoom();
  const toast = useToast();
  const t = useDeviceTexts();
  const { sending } = session.media;

  /** Opens it, or lets a muted one flow again. */
  const open = useCallback(
    async (source: 'microphone' | 'camera') => {
      try {
        if (sending.own.get()[source]) await sending.setPaused(source, false);
        else await sending.start(source, await capture(source));
      } catch (error) {
        const device = t(source === 'camera' ? 'theCamera' : 'theMicrophone');
        toast(error instanceof CaptureError ? t(`${error.fault}Title`, { device }) : error, 'warning');
      }
    },
    [sending, toast, t],
  );

  const shareScreen = useCallback(async () => {
    try {
      const tracks = (await captureScreen()) ?? [];
      const starts = tracks.map((track) => {
        if (track.kind === 'video') track.contentHint = 'detail';
        return sending.start(track.kind === 'video' ? 'screen' : 'screenAudio', track);
      });
      await Promise.all(starts);
    } catch (error) {
      toast(error instanceof CaptureError ? t('otherTitle', { device: t('theScreen') }) : error, 'warning');
    }
  }, [sending, toast, t]);

  /** The microphone stays open, so that it speaks again at once; a camera's light must go out. */
  const close = useCallback(
    (source: Source) => {
      if (source === 'microphone') sending.setPaused('microphone', true).catch(toast);
      else sending.stop(source);
      if (source === 'screen') sending.stop('screenAudio');
    },
    [sending, toast],
  );

  return { open, shareScreen, close };
}
