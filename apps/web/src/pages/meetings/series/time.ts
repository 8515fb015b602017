/** `8:00`, `8h`, `8g30`, `0800` → `08:00`; null for what is no time of day. */
export function parseTime(typed: string): string | null {
  const found = /^(?<hour>\d{1,2})(?:[:.hg](?<after>\d{2})?|(?<joined>\d{2}))?$/.exec(typed.trim())?.groups;
  if (!found) return null;
  const [hour, minute] = [Number(found['hour']), Number(found['after'] ?? found['joined'] ?? 0)];
  return hour < 24 && minute < 60
    ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
    : null;
}
