import type { PeerRole, PeerView } from '@diemcau/contracts/media/room-state';
import { pickStage, type StageView } from './pick-stage';

const peer = (id: string, role: PeerRole): PeerView => ({
  id,
  name: id,
  unitName: null,
  role,
  member: false,
  enteredAt: '2026-01-01T00:00:00Z',
});
const camera = (peerId: string) => ({ peerId, source: 'camera' as const, paused: false });
const screen = (peerId: string) => ({ peerId, source: 'screen' as const, paused: false });
const view = (change: Partial<StageView>): StageView => ({
  peers: { chair: peer('chair', 'host'), site: peer('site', 'presenter'), me: peer('me', 'presenter') },
  streams: [],
  speaker: null,
  me: 'me',
  pinned: null,
  before: null,
  ...change,
});

describe('who is on the stage', () => {
  const cameras = [camera('site'), camera('chair'), camera('me')];
  it.each([
    ['nobody, when nobody shows anything', {}, null],
    ['a host before others, while nobody speaks', { streams: cameras }, 'chair camera'],
    ['who speaks', { streams: cameras, speaker: 'site' }, 'site camera'],
    ['not oneself, though one speaks', { streams: cameras, speaker: 'me' }, 'chair camera'],
    ['oneself, when there is nobody else', { streams: [camera('me')] }, 'me camera'],
    [
      'a shared screen before who speaks',
      { streams: [...cameras, screen('site')], speaker: 'chair' },
      'site screen',
    ],
    [
      'who was there, after the speech',
      { streams: cameras, before: { peerId: 'site', source: 'camera' } },
      'site camera',
    ],
    [
      'what the viewer pinned before all',
      { streams: [...cameras, screen('chair')], pinned: { peerId: 'site', source: 'camera' } },
      'site camera',
    ],
    [
      'nobody who has left, pinned or not',
      { streams: cameras, pinned: { peerId: 'gone', source: 'camera' } },
      'chair camera',
    ],
  ] as const)('%s', (_, change, expected) => {
    const picked = pickStage(view(change));
    expect(picked && `${picked.peerId} ${picked.source}`).toBe(expected);
  });
});
