import { NodeLiveness, silentAfterMs } from './node-liveness.js';

const first = { node: 'media-1', bootId: 'a' };
const again = { node: 'media-1', bootId: 'b' };

test('a node that speaks each second is there', () => {
  const nodes = new NodeLiveness();
  for (let now = 0; now < 10_000; now += 1000) {
    expect(nodes.heard(first, now)).toBe(false);
    expect(nodes.silent(now)).toEqual([]);
  }
});

test('a node that goes silent is told once', () => {
  const nodes = new NodeLiveness();
  nodes.heard(first, 0);
  expect(nodes.silent(silentAfterMs)).toEqual([]);
  expect(nodes.silent(silentAfterMs + 1)).toEqual(['media-1']);
  expect(nodes.silent(silentAfterMs + 2)).toEqual([]);
});

test('so is one that answered and was never heard', () => {
  const nodes = new NodeLiveness();
  nodes.met('media-2', 0);
  expect(nodes.silent(silentAfterMs + 1)).toEqual(['media-2']);
});

test('a new process under the same name is told apart', () => {
  const nodes = new NodeLiveness();
  nodes.heard(first, 0);
  expect(nodes.heard(again, 1000)).toBe(true);
  expect(nodes.heard(again, 2000)).toBe(false);
});

test('the first word of a node that only answered so far is no new start', () => {
  const nodes = new NodeLiveness();
  nodes.met('media-1', 0);
  expect(nodes.heard(first, 500)).toBe(false);
  nodes.met('media-1', 900);
  expect(nodes.heard(again, 1000)).toBe(true);
});

test('while the bus is away nobody is held silent', () => {
  const nodes = new NodeLiveness();
  nodes.heard(first, 0);
  nodes.pardon(60_000);
  expect(nodes.silent(60_000 + silentAfterMs)).toEqual([]);
  expect(nodes.silent(60_001 + silentAfterMs)).toEqual(['media-1']);
});
