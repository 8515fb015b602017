import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { existsSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const yearS = 31_536_000;

/** Built files carry a hash of their content in their name; the rest may change with every release. */
function cacheControl(file: string): string {
  const path = file.replace(/\.(br|gz)$/, '');
  if (path.includes('/assets/')) return `public, max-age=${yearS}, immutable`;
  return path.endsWith('.html') ? 'no-cache' : 'public, max-age=3600';
}

/** A place in the web client, as browsers ask for it; not a file that is missing, nor an interface. */
function isPage({ url, headers: { accept } }: FastifyRequest): boolean {
  const [path = ''] = url.split('?');
  const last = path.slice(path.lastIndexOf('/') + 1);
  const wantsPage = accept === undefined || accept.includes('text/html') || accept.includes('*/*');
  return wantsPage && !/^\/(api|assets)(\/|$)/.test(path) && !last.includes('.');
}

/** Serves the built web client: known files from disk, compressed in advance where the build did so, and its pages. */
export async function serveWebApp(server: FastifyInstance, folder: string): Promise<void> {
  const root = resolve(folder);
  if (folder === '' || !existsSync(join(root, 'index.html'))) return;
  await server.register(fastifyStatic, {
    root,
    // One route below serves them all: one for each file would double the time the edge needs to start.
    serve: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply: FastifyReply, path: string) => void reply.header('cache-control', cacheControl(path)),
  });
  const files = filesIn(root);
  server.get<{ Params: { '*': string } }>('/*', (request, reply) => {
    const { '*': file } = request.params;
    if (files.has(file)) return reply.sendFile(file);
    if (!isPage(request)) return reply.callNotFound();
    return reply.sendFile('index.html');
  });
}

/** What there is at start, by its path: an address somebody made up never reaches the disk. */
function filesIn(root: string): ReadonlySet<string> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const isServed = (path: string): boolean => !/\.(br|gz|map)$/.test(path);
  return new Set(paths.filter(isServed).map((path) => relative(root, path)));
}
