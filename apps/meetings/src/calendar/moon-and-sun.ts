import { deltaT } from './delta-t.js';

const sin = (degrees: number): number => Math.sin((degrees * Math.PI) / 180);
/** Julian date of 1970-01-01 00:00 UTC. */
const epoch = 2_440_587.5;
const yearOf = (days: number): number => 1970 + days / 365.2425;
const toTerrestrial = (days: number): number => days + deltaT(yearOf(days)) / 86_400;

/** [coefficient, power of E, multiples of M, M′, F] of Meeus, table of chapter 49, new moon; in days. */
const terms: readonly (readonly [number, number, number, number, number])[] = [
  [-0.4072, 0, 0, 1, 0],
  [0.17241, 1, 1, 0, 0],
  [0.01608, 0, 0, 2, 0],
  [0.01039, 0, 0, 0, 2],
  [0.00739, 1, -1, 1, 0],
  [-0.00514, 1, 1, 1, 0],
  [0.00208, 2, 2, 0, 0],
  [-0.00111, 0, 0, 1, -2],
  [-0.00057, 0, 0, 1, 2],
  [0.00056, 1, 1, 2, 0],
  [-0.00042, 0, 0, 3, 0],
  [0.00042, 1, 1, 0, 2],
  [0.00038, 1, 1, 0, -2],
  [-0.00024, 1, -1, 2, 0],
  [-0.00007, 0, 2, 1, 0],
  [0.00004, 0, 0, 2, -2],
  [0.00004, 0, 3, 0, 0],
  [0.00003, 0, 1, 1, -2],
  [0.00003, 0, 0, 2, 2],
  [-0.00003, 0, 1, 1, 2],
  [0.00003, 0, -1, 1, 2],
  [-0.00002, 0, -1, 1, -2],
  [-0.00002, 0, 1, 3, 0],
  [0.00002, 0, 0, 4, 0],
];

/** [coefficient, angle at k = 0, change with k], same chapter: what the planets do. */
const planets: readonly (readonly [number, number, number])[] = [
  [0.000325, 299.77, 0.107408],
  [0.000165, 251.88, 0.016321],
  [0.000164, 251.83, 26.651886],
  [0.000126, 349.42, 36.412478],
  [0.00011, 84.66, 18.206239],
  [0.000062, 141.74, 53.303771],
  [0.00006, 207.14, 2.453732],
  [0.000056, 154.84, 7.30686],
  [0.000047, 34.52, 27.261239],
  [0.000042, 207.19, 0.121824],
  [0.00004, 291.34, 1.844379],
  [0.000037, 161.72, 24.198154],
  [0.000035, 239.56, 25.513099],
  [0.000023, 331.55, 3.592518],
];

/**
 * When a new moon is, in days since 1970-01-01 00:00 UTC. Jean Meeus, Astronomical Algorithms, 2nd edition 1998, chapter 49;
 * within some 20 seconds of the true one.
 * @param k counted from that of 6 January 2000
 */
export function newMoon(k: number): number {
  const t = k / 1236.85;
  const e = 1 - 0.002516 * t - 0.0000074 * t ** 2;
  const m = 2.5534 + 29.1053567 * k - 0.0000014 * t ** 2 - 0.00000011 * t ** 3;
  const m1 = 201.5643 + 385.81693528 * k + 0.0107582 * t ** 2 + 0.00001238 * t ** 3;
  const f = 160.7108 + 390.67050284 * k - 0.0016118 * t ** 2 - 0.00000227 * t ** 3;
  const node = 124.7746 - 1.56375588 * k + 0.0020672 * t ** 2;
  const mean = 2_451_550.09766 + 29.530588861 * k + 0.00015437 * t ** 2 - 0.00000015 * t ** 3;
  const moon = terms.reduce(
    (sum, [value, power, ofM, ofM1, ofF]) => sum + value * e ** power * sin(ofM * m + ofM1 * m1 + ofF * f),
    -0.00017 * sin(node),
  );
  const others = planets.reduce((sum, [value, angle, change]) => sum + value * sin(angle + change * k), 0);
  const days = mean + moon + others - epoch;
  return days - deltaT(yearOf(days)) / 86_400;
}

/**
 * Apparent longitude of the sun in degrees, 0–360. Chapter 25; within 0.01°, which the sun passes in a quarter of an hour.
 * @param days since 1970-01-01 00:00 UTC
 */
export function sunLongitude(days: number): number {
  const t = (toTerrestrial(days) + epoch - 2_451_545) / 36_525;
  const mean = 280.46646 + 36_000.76983 * t + 0.0003032 * t ** 2;
  const m = 357.52911 + 35_999.05029 * t - 0.0001537 * t ** 2;
  const centre =
    (1.914602 - 0.004817 * t - 0.000014 * t ** 2) * sin(m) +
    (0.019993 - 0.000101 * t) * sin(2 * m) +
    0.000289 * sin(3 * m);
  const apparent = mean + centre - 0.00569 - 0.00478 * sin(125.04 - 1934.136 * t);
  return ((apparent % 360) + 360) % 360;
}
