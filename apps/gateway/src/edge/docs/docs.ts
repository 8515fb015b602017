import type { FastifyInstance, FastifyReply } from 'fastify';
import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { controllers } from '../../controllers.js';
import { anyone } from '../auth/access.js';
import { routesOf } from '../http/route.js';
import { asyncApi } from './asyncapi.js';
import { openApi } from './openapi.js';

const publicly = { config: { access: anyone, limit: 'read' } } as const;

/** Made when first asked for: starting again after a crash must be quick. */
function onceAsked(make: () => object): (request: unknown, reply: FastifyReply) => FastifyReply {
  let made: string | undefined;
  return (_request, reply) => {
    made ??= JSON.stringify(make());
    return reply.type('application/json').header('cache-control', 'no-cache').send(made);
  };
}

const page = `<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Điểm Cầu: REST</title>
    <link rel="stylesheet" href="/api/docs/swagger-ui.css" />
  </head>
  <body>
    <div id="interface"></div>
    <script src="/api/docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>
`;
const start = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#interface', deepLinking: true });\n`;

const assets = { 'swagger-ui.css': 'text/css', 'swagger-ui-bundle.js': 'text/javascript' } as const;

/** The interface described for programs, and for people at /api/docs. */
export function serveDocs(server: FastifyInstance): void {
  server.get(
    '/api/openapi.json',
    publicly,
    onceAsked(() => openApi(routesOf(controllers))),
  );
  server.get('/api/asyncapi.json', publicly, onceAsked(asyncApi));
  server.get('/api/docs', publicly, (_request, reply) => reply.type('text/html').send(page));
  server.get('/api/docs/start.js', publicly, (_request, reply) => reply.type('text/javascript').send(start));
  const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  for (const [name, type] of Object.entries(assets)) {
    server.get(`/api/docs/${name}`, publicly, (_request, reply) =>
      reply
        .type(type)
        .header('cache-control', 'public, max-age=3600')
        .send(createReadStream(join(folder, name))),
    );
  }
}
