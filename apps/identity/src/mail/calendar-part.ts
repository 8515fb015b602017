import { addressesToFill } from '@diemcau/contracts/identity/mail';

const foldedAt = /\r\n[ \t]/g;
const mostOctets = 75;

/** RFC 5545, 3.1: no line is longer than 75 octets; none is cut within a character. */
function fold(line: string): string {
  const parts: string[] = [];
  let [part, octets] = ['', 0];
  for (const character of line) {
    const more = Buffer.byteLength(character);
    // What follows begins with a space.
    if (octets + more > (parts.length === 0 ? mostOctets : mostOctets - 1)) {
      parts.push(part);
      [part, octets] = ['', 0];
    }
    part += character;
    octets += more;
  }
  return [...parts, part].join('\r\n ');
}

/** `Điểm Cầu <no-reply@…>` or a bare address. */
export const addressIn = (sender: string): string => /<([^<>]+)>\s*$/.exec(sender)?.[1] ?? sender.trim();

/** The part as it goes out, its addresses filled in. */
export function filledIn(
  ics: string,
  { organizer, attendee }: { organizer: string; attendee: string },
): string {
  return ics
    .replaceAll(foldedAt, '')
    .replaceAll(addressesToFill.organizer, `mailto:${organizer}`)
    .replaceAll(addressesToFill.attendee, `mailto:${attendee}`)
    .split('\r\n')
    .map(fold)
    .join('\r\n');
}
