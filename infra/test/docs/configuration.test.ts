import { readFileSync } from 'node:fs';
import { configurationPage, PAGE } from '../../src/configuration/page.ts';
import { variablesOf } from '../../src/configuration/services.ts';

describe('docs/configuration.md', () => {
  test('says what the config classes say (npm run configuration)', async () => {
    expect(readFileSync(PAGE, 'utf8')).toBe(await configurationPage());
  });

  test('knows what each service cannot start without', () => {
    expect(variablesOf('identity')).toEqual(
      expect.arrayContaining(['ACCESS_TOKEN_SECRET', 'DATABASE_URL', 'NATS_URL']),
    );
    expect(variablesOf('media')).toEqual(expect.arrayContaining(['MEDIA_NODE_ID', 'TICKET_SECRET']));
    expect(variablesOf('gateway')).not.toContain('DATABASE_URL');
  });
});
