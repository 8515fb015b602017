import { folded } from '@diemcau/contracts/core/folded';
import type { DeviceCondition } from '@diemcau/contracts/meetings/equipment';

const conditions: Readonly<Record<string, DeviceCondition>> = {
  moi: 'new',
  tot: 'good',
  'binh thuong': 'good',
  'su dung tot': 'good',
  'dang dung': 'good',
  cu: 'worn',
  'xuong cap': 'worn',
  'da cu': 'worn',
  hong: 'broken',
  'bi hong': 'broken',
};

export const conditionWords: Readonly<Record<DeviceCondition, string>> = {
  new: 'Mới',
  good: 'Tốt',
  worn: 'Cũ',
  broken: 'Hỏng',
};

export const conditionOf = (text: string): DeviceCondition | null => conditions[folded(text)] ?? null;

/** `YYYY-MM-DD` of `15/9/2025`, `15-09-2025`, `2025-09-15`; null for what is no day of 1990–2099. */
export function dayFrom(text: string): string | null {
  const written = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(text);
  const [y, m, d] = written ? [written[3], written[2], written[1]] : iso ? iso.slice(1) : [];
  if (!y || !m || !d || Number(y) < 1990 || Number(y) > 2099) return null;
  const day = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? day : null;
}
