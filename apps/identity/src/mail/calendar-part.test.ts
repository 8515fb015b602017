import { addressIn, filledIn } from './calendar-part.js';

const organizer = 'khong-tra-loi@diemcau.example';
const attendee = `${'mot-hop-thu-ten-rat-dai.'.repeat(2)}vanthu@truong-mau.example`;

test('addresses are filled in, and lines folded anew at 75 octets, never within a character', () => {
  const title = 'Giao ban chuyên môn tháng Mười một; ứng dụng công nghệ số ở các điểm cầu vùng cao';
  const ics = [
    'BEGIN:VEVENT',
    `SUMMARY:${title.slice(0, 20)}\r\n ${title.slice(20)}`,
    'ATTENDEE;RSVP=TRUE;PARTSTAT=NEEDS-ACTION:mailto:atten\r\n dee@diemcau.invalid',
    'ORGANIZER:mailto:organizer@diemcau.invalid',
    'END:VEVENT',
    '',
  ].join('\r\n');
  const filled = filledIn(ics, { organizer, attendee });
  const lines = filled.split('\r\n');
  expect(lines.map((line) => Buffer.byteLength(line)).every((octets) => octets <= 75)).toBe(true);
  expect(filled).not.toContain('�');
  const unfolded = filled.replaceAll('\r\n ', '');
  expect(unfolded).toContain(`:mailto:${attendee}\r\n`);
  expect(unfolded).toContain(`ORGANIZER:mailto:${organizer}\r\n`);
  expect(unfolded).toContain(`SUMMARY:${title}\r\n`);
});

test.each([
  ['Điểm Cầu <no-reply@sogddt.example>', 'no-reply@sogddt.example'],
  ['no-reply@sogddt.example', 'no-reply@sogddt.example'],
])('the address of %s', (sender, address) => {
  expect(addressIn(sender)).toBe(address);
});
