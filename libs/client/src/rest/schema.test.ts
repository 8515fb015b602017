import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import openapiTS, { astToString, COMMENT_HEADER } from 'openapi-typescript';

test('the types of the REST client are those of docs/api/openapi.json (else: run pnpm --filter @diemcau/client run generate)', async () => {
  const document = pathToFileURL(join(import.meta.dirname, '../../../../docs/api/openapi.json'));
  const generated = COMMENT_HEADER + astToString(await openapiTS(document));
  expect(generated).toBe(readFileSync(join(import.meta.dirname, 'schema.d.ts'), 'utf8'));
});
