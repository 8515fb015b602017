const mostOctets = 75;

/** A content line of iCalendar: no part is longer than 75 octets, none is cut within a character (RFC 5545, 3.1). */
export function contentLine(line: string): string {
  const encoder = new TextEncoder();
  const parts: string[] = [];
  let [part, octets] = ['', 0];
  for (const character of line) {
    const more = encoder.encode(character).length;
    // What follows the first part begins with a space.
    if (octets + more > (parts.length === 0 ? mostOctets : mostOctets - 1)) {
      parts.push(part);
      [part, octets] = ['', 0];
    }
    part += character;
    octets += more;
  }
  return [...parts, part].join('\r\n ');
}

/** The lines of an iCalendar text, made whole again. */
export const wholeLines = (ics: string): string[] => ics.replaceAll(/\r\n[ \t]/g, '').split('\r\n');
