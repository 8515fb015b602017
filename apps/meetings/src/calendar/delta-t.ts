/** Value of a polynomial, lowest power first. */
const at = (x: number, ...coefficients: number[]): number =>
  coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);

/**
 * Terrestrial time less universal time, in seconds, 1900–2199. Polynomials of Espenak and Meeus, Five Millennium Canon of
 * Solar Eclipses (NASA/TP-2006-214141), section 2.7. What lies ahead of us is extrapolated: some minutes off by 2199.
 */
export function deltaT(year: number): number {
  if (year < 1920) return at(year - 1900, -2.79, 1.494119, -0.0598939, 0.0061966, -0.000197);
  if (year < 1941) return at(year - 1920, 21.2, 0.84493, -0.0761, 0.0020936);
  if (year < 1961) return at(year - 1950, 29.07, 0.407, -1 / 233, 1 / 2547);
  if (year < 1986) return at(year - 1975, 45.45, 1.067, -1 / 260, -1 / 718);
  if (year < 2005) {
    return at(year - 2000, 63.86, 0.3345, -0.060374, 0.0017275, 0.000651814, 0.00002373599);
  }
  if (year < 2050) return at(year - 2000, 62.92, 0.32217, 0.005589);
  const long = at((year - 1820) / 100, -20, 0, 32);
  return year < 2150 ? long - 0.5628 * (2150 - year) : long;
}
