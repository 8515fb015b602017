import { readable, table, verdict } from './report.ts';

describe('what a bench prints', () => {
  it.each([
    [0.97, { atLeast: 0.95 }, 'bench:sfu value=0.97 wanted>=0.95 PASS'],
    [0.9412, { atLeast: 0.95 }, 'bench:sfu value=0.9412 wanted>=0.95 SHORT'],
    [0.2, { atMost: 0.2 }, 'bench:sfu value=0.2 wanted<=0.2 PASS'],
    [1234.6, { atMost: 1000 }, 'bench:sfu value=1235 wanted<=1000 SHORT'],
    [Number.NaN, { atMost: 1 }, 'bench:sfu value=NaN wanted<=1 SHORT'],
  ])('judges %d', (value, wanted, line) => {
    expect(verdict('sfu', { what: '', value, wanted })).toBe(line);
  });

  it('keeps three digits', () => {
    expect([0.012345, 12.345, 123456.7, 7].map(readable)).toEqual(['0.0123', '12.3', '123,457', '7']);
  });

  it('puts numbers under each other', () => {
    expect(
      table(
        ['', 'ours'],
        [
          ['packets/s', 12_000],
          ['lost', 0],
        ],
      )
        .split('\n')
        .slice(2),
    ).toEqual(['packets/s  12,000', 'lost            0']);
  });
});
