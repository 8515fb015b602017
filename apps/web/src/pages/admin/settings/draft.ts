import type { ChangeSettings, ProvinceSettings } from '@diemcau/contracts/identity/settings';

export type Draft = Omit<ProvinceSettings, 'provinceId' | 'version'>;

export const draftOf = ({ provinceId: _province, version: _version, ...rest }: ProvinceSettings): Draft =>
  rest;

export const retentionKeys = [
  'importFiles',
  'mails',
  'webhookDeliveries',
  'roomTraces',
  'personalArchives',
] as const satisfies readonly (keyof Draft['retentionDays'])[];

/** Least, most, and what holds unless set, in days; as the contract says. */
export const retentionRanges: Record<(typeof retentionKeys)[number], readonly [number, number, number]> = {
  importFiles: [1, 90, 30],
  mails: [1, 30, 30],
  webhookDeliveries: [1, 30, 30],
  roomTraces: [30, 1825, 365],
  personalArchives: [1, 30, 7],
};

/** Only what is another now: what somebody else changed meanwhile is not overwritten. */
export function changesOf(settings: ProvinceSettings, draft: Draft): Omit<ChangeSettings, 'version'> {
  const { retentionDays, ...plain } = draft;
  const changed = Object.entries(plain).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(Reflect.get(settings, name)),
  );
  const days = retentionKeys.filter((key) => retentionDays[key] !== settings.retentionDays[key]);
  return {
    ...Object.fromEntries(changed),
    ...(days.length > 0 && {
      retentionDays: Object.fromEntries(days.map((key) => [key, retentionDays[key]])),
    }),
  };
}
