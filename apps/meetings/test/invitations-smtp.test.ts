import { eventually } from '@diemcau/testing/service';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { faultsOf } from './ical-check.js';
import { calendarPartOf, InvitationsBed, valuesOf } from './invitations-bed.js';

/** Mails go out by the minute, on identity's own clock. */
const withinMs = 100_000;

const received: string[] = [];
const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onData(stream, _session, done) {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => {
      received.push(Buffer.concat(parts).toString());
      done();
    });
  },
});
let bed: InvitationsBed;

beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  bed = await InvitationsBed.start(`smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`);
});
afterAll(async () => {
  await bed.bed.stop();
  await new Promise<void>((resolve) => {
    server.close(resolve);
  });
});

test('a mail server receives the REQUEST and the CANCEL, as mail programs take them', async () => {
  const site = await bed.site('Như Xuân');
  const id = await bed.occurrence([site]);
  await bed.tell();
  await bed.change(id, `state = 'cancelled'`);
  await bed.tell();
  await eventually(
    () => received.length,
    (count) => count >= 2,
    withinMs,
  );
  const parts = received.map(calendarPartOf);
  expect(parts.map(({ type }) => /method=(\w+)/i.exec(type)?.[1]).toSorted()).toEqual(['CANCEL', 'REQUEST']);
  for (const { type, ics } of parts) {
    expect(type).toMatch(/^Content-Type: text\/calendar; charset=utf-8/i);
    expect(faultsOf(ics)).toEqual([]);
    expect(valuesOf(ics, 'ATTENDEE')).toEqual(['mailto:can.bo.nhu.xuan@truong-mau.example']);
  }
  for (const message of received) {
    expect(message).toMatch(/^Content-Type: multipart\//im);
    expect(message).toMatch(/^Auto-Submitted: auto-generated/im);
    expect(message).toMatch(/filename="?(moi|huy)\.ics/i);
  }
}, 120_000);
