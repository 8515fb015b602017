import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';

/** How long a body may take to arrive, in ms. */
export const bodyMs = 20_000;
/** How long a file may: 30 MB at 1 Mbit/s. */
export const fileMs = 300_000;

/** Spreadsheet programs, browsers and curl each name them differently; what a file is, its content says. */
export const fileTypes = [
  'application/octet-stream',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-excel',
  'text/csv',
] as const;

/** Photos and documents; what a file is, its content says. */
export const keptTypes = [
  'application/octet-stream',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'image/jpeg',
  'image/png',
  'image/webp',
] as const;

/**
 * Hands bodies of {@link fileTypes} and {@link keptTypes} on unread, to routes that take uploads and to no others.
 * @throws Failure `common.unsupportedType`
 */
export function takeFiles(server: Pick<FastifyInstance, 'addContentTypeParser' | 'addHook'>): void {
  server.addHook('onRequest', (request, _reply, done) => {
    boundBody(request);
    done();
  });
  server.addContentTypeParser([...new Set<string>([...fileTypes, ...keptTypes])], (request, body, done) => {
    if (request.routeOptions.config.upload) done(null, body);
    else done(new Failure(commonFailures.unsupportedType));
  });
}

/** Node knows one limit for all requests: that of files. Other bodies are held to theirs here. */
function boundBody({ raw, routeOptions, headers }: FastifyRequest): void {
  const hasBody = 'transfer-encoding' in headers || Number(headers['content-length'] ?? 0) > 0;
  if (!hasBody || routeOptions.config.upload) return;
  const timer = setTimeout(() => raw.destroy(), bodyMs);
  raw.once('close', () => clearTimeout(timer));
}

/**
 * The body of an upload, to be read once.
 * @throws Failure `common.unsupportedType`, `common.tooLarge` when that much is announced
 */
export const Body = createParamDecorator<void, AsyncIterable<Buffer>>((_, context: ExecutionContext) => {
  const { body, headers, routeOptions } = context.switchToHttp().getRequest<FastifyRequest>();
  const { upload } = routeOptions.config;
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!upload?.types.includes(type) || !(body instanceof Readable)) {
    throw new Failure(commonFailures.unsupportedType);
  }
  const { maxBytes } = upload;
  if (Number(headers['content-length'] ?? 0) > maxBytes) {
    throw new Failure(commonFailures.tooLarge, { maxBytes });
  }
  return piecesOf(body);
});

/**
 * Whoever stops reading in the middle refuses the file. The sender is told so on the connection it still sends on, which
 * therefore stays; the rest is thrown away as it comes, for {@link fileMs} at most.
 */
async function* piecesOf(body: Readable): AsyncGenerator<Buffer> {
  try {
    yield* body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  } finally {
    body.resume();
  }
}
