import { useEffect, useState } from 'react';

export interface DeviceChoice {
  readonly value: string;
  readonly label: string;
}

/** The devices of one kind, kept up to date when something is plugged in. Labels come once access was granted. */
export function useDevices(kind: MediaDeviceKind, accessRound: unknown): DeviceChoice[] {
  const [devices, setDevices] = useState<DeviceChoice[]>([]);
  useEffect(() => {
    const { mediaDevices } = navigator;
    if (!mediaDevices) return;
    let gone = false;
    const look = async () => {
      const all = await mediaDevices.enumerateDevices();
      const named = all.filter(
        (device) => device.kind === kind && device.deviceId !== '' && device.label !== '',
      );
      if (!gone) setDevices(named.map(({ deviceId, label }) => ({ value: deviceId, label })));
    };
    void look();
    mediaDevices.addEventListener('devicechange', look);
    return () => {
      gone = true;
      mediaDevices.removeEventListener('devicechange', look);
    };
  }, [kind, accessRound]);
  return devices;
}
