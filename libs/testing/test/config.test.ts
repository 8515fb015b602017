import { EnvInt, EnvList, EnvOneOf, EnvText, EnvUrl, loadConfig } from '@diemcau/service/config/config';

class Sample {
  @EnvInt('SAMPLE_PORT', { min: 1, max: 65_535, fallback: 3000, example: '3000' }) port: number;
  @EnvText('SAMPLE_SECRET', { min: 8, example: '(64 random hex digits)' }) secret: string;
  @EnvUrl('SAMPLE_URL', ['postgres'], { example: 'postgres://localhost/diemcau' }) url: string;
  @EnvOneOf('SAMPLE_MODE', ['a', 'b'], { fallback: 'a', example: 'b' }) mode: 'a' | 'b';
  @EnvList('SAMPLE_LIST', { fallback: [], example: 'x,y' }) list: readonly string[];
}

const good = { SAMPLE_SECRET: 'long enough', SAMPLE_URL: 'postgres://localhost/x' };

describe('configuration', () => {
  test('is read with its defaults, and an empty variable counts as not set', () => {
    expect(loadConfig(Sample, { ...good, SAMPLE_PORT: '', SAMPLE_LIST: ' x, y,' })).toEqual({
      port: 3000,
      secret: 'long enough',
      url: 'postgres://localhost/x',
      mode: 'a',
      list: ['x', 'y'],
    });
  });

  test.each([
    [
      { SAMPLE_PORT: '70000' },
      'SAMPLE_PORT must be a whole number from 1 to 65535. Example: SAMPLE_PORT=3000',
    ],
    [{ SAMPLE_PORT: '3000 ' }, 'SAMPLE_PORT must be a whole number'],
    [{ SAMPLE_PORT: '0x10' }, 'SAMPLE_PORT must be a whole number'],
    [{ SAMPLE_SECRET: 'short' }, 'SAMPLE_SECRET must have 8–2000 characters'],
    [{ SAMPLE_URL: 'http://localhost' }, 'SAMPLE_URL must be a URL starting with postgres://'],
    [{ SAMPLE_MODE: 'c' }, 'SAMPLE_MODE must be one of a, b'],
  ])('%j is refused by name, with an example', (wrong, message) => {
    expect(() => loadConfig(Sample, { ...good, ...wrong })).toThrow(message);
  });

  test('names every faulty variable at once and never shows a value', () => {
    expect(() => loadConfig(Sample, { SAMPLE_SECRET: 'hidden' })).toThrow(
      /SAMPLE_SECRET[^]*SAMPLE_URL is not set/,
    );
    expect(() => loadConfig(Sample, { SAMPLE_SECRET: 'hidden' })).not.toThrow(/hidden/);
  });
});
