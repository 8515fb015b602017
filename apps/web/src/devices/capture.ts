import { devicePreferences } from './preferences';

export type CaptureKind = 'camera' | 'microphone';
/** Why a device cannot be used; each has its own mend. */
export type CaptureFault = 'insecure' | 'denied' | 'missing' | 'busy' | 'other';

export class CaptureError extends Error {
  override readonly name = 'CaptureError';
  constructor(readonly fault: CaptureFault) {
    super(fault);
  }
}

/** A chosen device is a wish, not a condition: at another table the laptop has another camera. */
function constraints(kind: CaptureKind): MediaStreamConstraints {
  const { cameraId, microphoneId } = devicePreferences();
  if (kind === 'camera') {
    const size = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30, max: 30 } };
    return { video: { ...size, ...(cameraId && { deviceId: { ideal: cameraId } }) } };
  }
  const clean = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
  return { audio: { ...clean, ...(microphoneId && { deviceId: { ideal: microphoneId } }) } };
}

/** Opens the preferred camera or microphone. @throws CaptureError */
export async function capture(kind: CaptureKind): Promise<MediaStreamTrack> {
  if (!isSecureContext || !navigator.mediaDevices) throw new CaptureError('insecure');
  try {
    const stream = await navigator.mediaDevices.getUserMedia(constraints(kind));
    const [track] = stream.getTracks();
    if (track) return track;
  } catch (error) {
    throw new CaptureError(faultOf(error));
  }
  throw new CaptureError('missing');
}

/** The screen or a window, with its sound where the browser offers it; null when the person changed their mind. */
export async function captureScreen(): Promise<MediaStreamTrack[] | null> {
  try {
    const stream = await navigator.mediaDevices.getDisplayMedia({
      video: { frameRate: { ideal: 15, max: 30 } },
      audio: true,
    });
    return stream.getTracks();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotAllowedError') return null;
    throw new CaptureError(faultOf(error));
  }
}

function faultOf(error: unknown): CaptureFault {
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    default:
      return 'other';
  }
}
