import { writeFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { controllers } from '../../controllers.js';
import { routesOf } from '../http/route.js';
import { asyncApi } from './asyncapi.js';
import { openApi } from './openapi.js';

/** Writes docs/api/, which is committed: `pnpm --filter @diemcau/gateway api`. */
const folder = join(import.meta.dirname, '../../../../../docs/api');
const text = (document: object) => `${JSON.stringify(document, null, 2)}\n`;

await mkdir(folder, { recursive: true });
await writeFile(join(folder, 'openapi.json'), text(openApi(routesOf(controllers))));
await writeFile(join(folder, 'asyncapi.json'), text(asyncApi()));
