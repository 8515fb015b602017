import { contentLine, wholeLines } from '@diemcau/contracts/core/content-line';
import { addressesToFill } from '@diemcau/contracts/identity/mail';

/** `Điểm Cầu <no-reply@…>` or a bare address. */
export const addressIn = (sender: string): string => /<([^<>]+)>\s*$/.exec(sender)?.[1] ?? sender.trim();

/** The part as it goes out, its addresses filled in and its lines folded anew. */
export function filledIn(
  ics: string,
  { organizer, attendee }: { organizer: string; attendee: string },
): string {
  return wholeLines(ics)
    .map((line) =>
      line
        .replaceAll(addressesToFill.organizer, `mailto:${organizer}`)
        .replaceAll(addressesToFill.attendee, `mailto:${attendee}`),
    )
    .map(contentLine)
    .join('\r\n');
}
