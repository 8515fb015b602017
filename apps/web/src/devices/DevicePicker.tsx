import '@mantine/core/styles/Combobox.css';
import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { DeviceChoice } from './use-devices';
import { useTexts } from './texts';

interface Props {
  readonly label: string;
  readonly icon: ReactNode;
  readonly devices: readonly DeviceChoice[];
  readonly value: string | undefined;
  readonly onChange: (deviceId: string) => void;
}

/** The phone's own list on a phone, a plain one elsewhere. */
export function DevicePicker({ label, icon, devices, value, onChange }: Props) {
  const t = useTexts();
  const data = devices.length > 0 ? [...devices] : [{ value: '', label: t('systemDevice') }];
  const chosen = data.some((device) => device.value === value) ? value : data[0]?.value;
  return (
    <NativeSelect
      label={label}
      leftSection={icon}
      data={data}
      value={chosen ?? ''}
      disabled={devices.length === 0}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
