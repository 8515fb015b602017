import type { PeerRole, PeerView } from '@diemcau/contracts/media/room-state';
import { roster } from './roster';

const peer = (name: string, role: PeerRole): PeerView => ({
  id: name,
  name,
  unitName: null,
  role,
  member: false,
  enteredAt: '2026-01-01T00:00:00Z',
});
const people = [
  peer('Thọ Xuân', 'participant'),
  peer('Đông Sơn', 'participant'),
  peer('Như Xuân', 'presenter'),
  peer('Chủ toạ', 'host'),
];
const names = (hands: string[], words: string) => roster(people, hands, words).map(({ name }) => name);

test('raised hands come first, in their order, then hosts and presenters, then the rest by name', () => {
  expect(names(['Thọ Xuân'], '')).toEqual(['Thọ Xuân', 'Chủ toạ', 'Như Xuân', 'Đông Sơn']);
});

test('people are found without accents', () => {
  expect(names([], 'dong son')).toEqual(['Đông Sơn']);
  expect(names([], 'xuan')).toEqual(['Như Xuân', 'Thọ Xuân']);
});
