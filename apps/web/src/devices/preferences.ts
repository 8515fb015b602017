/** The devices this site uses, remembered in this browser. */
export interface DevicePreferences {
  readonly cameraId?: string;
  readonly microphoneId?: string;
  readonly speakerId?: string;
  /** Open camera and microphone as soon as the right to speak is granted (TM-2d). */
  readonly openOnGrant?: boolean;
}

const storageKey = 'diemcau.devices';

export function devicePreferences(): DevicePreferences {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? '{}') as DevicePreferences;
  } catch {
    return {};
  }
}

export function rememberDevices(change: DevicePreferences): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify({ ...devicePreferences(), ...change }));
  } catch {
    // Then they are asked for again next time.
  }
}
