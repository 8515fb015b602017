import { TileBoard } from './tiles.js';

test('one picture on the stage and in the filmstrip is one wish, as large as the larger', () => {
  let changes = 0;
  const board = new TileBoard(() => (changes += 1));
  const [stage, strip] = [{}, {}];
  board.show(stage, 'p', 'camera', 1280, 720);
  board.show(strip, 'p', 'camera', 160.4, 90);
  board.show(strip, 'p', 'camera', 160, 90);
  expect(changes).toBe(2);
  expect(board.wish()).toEqual([{ peerId: 'p', source: 'camera', width: 1280, height: 720 }]);
  board.drop(stage);
  expect(board.wish()).toEqual([{ peerId: 'p', source: 'camera', width: 160, height: 90 }]);
});
