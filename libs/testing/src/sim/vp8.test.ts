import { Vp8RtpPayload } from 'werift';
import { Vp8Frames } from './vp8.js';

const firstPackets = (count: number) => {
  const frames = new Vp8Frames({ width: 640, height: 360 });
  return Array.from({ length: count }, () => frames.next(500)[0] ?? Buffer.alloc(0));
};

describe('a simulated VP8 stream', () => {
  it('begins with a key frame and goes on with frames that need it', () => {
    const kinds = firstPackets(4).map((payload) => Vp8RtpPayload.deSerialize(payload).isKeyframe);
    expect(kinds).toEqual([true, false, false, false]);
  });

  it('has three temporal layers, and says where one may go up', () => {
    const places = firstPackets(5).map((payload) => payload[5] ?? 0);
    expect(places.map((place) => place >> 6)).toEqual([0, 2, 1, 2, 0]);
    expect(places.map((place) => (place >> 5) & 1)).toEqual([0, 1, 1, 0, 0]);
  });

  it('answers a request with a key frame that starts the pattern anew', () => {
    const frames = new Vp8Frames({ width: 640, height: 360 });
    frames.next(500);
    frames.next(500);
    frames.wantKeyFrame();
    const payload = frames.next(500)[0] ?? Buffer.alloc(0);
    expect(Vp8RtpPayload.deSerialize(payload).isKeyframe).toBe(true);
    expect((payload[5] ?? 255) >> 6).toBe(0);
  });

  it('cuts a frame into packets of which only the first begins it', () => {
    const payloads = new Vp8Frames({ width: 1280, height: 720 }).next(5000);
    expect(payloads.map(({ length }) => length)).toEqual([1000, 1000, 1000, 1000, 1000]);
    expect(payloads.map((payload) => (payload[0] ?? 0) & 0x10)).toEqual([0x10, 0, 0, 0, 0]);
  });
});
