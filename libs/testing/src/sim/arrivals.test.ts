import { PacketCounter } from './arrivals.js';

function packet(ssrc: number, sequenceNumber: number): Buffer {
  const bytes = Buffer.alloc(100);
  bytes.writeUInt16BE(sequenceNumber, 2);
  bytes.writeUInt32BE(ssrc, 8);
  return bytes;
}

describe('what a viewer counts', () => {
  it.each([
    ['nothing lost', [1, 2, 3], 0],
    ['two lost in between', [1, 4], 2],
    ['numbers that begin again', [65_534, 65_535, 0, 1], 0],
    ['one lost at the turn', [65_535, 1], 1],
    ['one late, none lost', [1, 3, 2, 4], 0],
  ])('%s', (_, numbers, lost) => {
    const counter = new PacketCounter();
    for (const number of numbers) counter.count(packet(7, number));
    expect(counter.arrivals).toMatchObject({ packets: numbers.length, bytes: 100 * numbers.length, lost });
  });

  it('keeps streams apart', () => {
    const counter = new PacketCounter();
    for (const [ssrc, number] of [
      [1, 10],
      [2, 500],
      [1, 11],
      [2, 502],
    ] as const) {
      counter.count(packet(ssrc, number));
    }
    expect(counter.arrivals).toMatchObject({ packets: 4, lost: 1 });
    expect(counter.streamCount).toBe(2);
  });
});
