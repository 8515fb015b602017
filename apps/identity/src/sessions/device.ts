import type { Device, DeviceKind } from '@diemcau/contracts/identity/sessions';
import Bowser from 'bowser';

const kinds: Readonly<Record<string, DeviceKind>> = {
  desktop: 'computer',
  mobile: 'phone',
  tablet: 'tablet',
};

const major = (version = ''): string => version.split('.')[0] ?? '';
const said = (...words: (string | undefined)[]): string | null =>
  words
    .filter((word) => word)
    .join(' ')
    .slice(0, 60) || null;

/** What a User-Agent says about the device; browsers say less and less of the truth, so only the main words are kept. */
export function deviceOf(agent: string | null): Device {
  if (!agent) return { kind: 'unknown', browser: null, system: null };
  const { browser, os, platform } = Bowser.parse(agent);
  if (!browser.name && !os.name) {
    const [program = ''] = agent.split(/[\s/(]/);
    return { kind: 'program', browser: said(program), system: null };
  }
  return {
    kind: kinds[platform.type ?? ''] ?? 'unknown',
    browser: said(browser.name, major(browser.version)),
    system: said(os.name, os.versionName ?? major(os.version)),
  };
}
