import { Logger } from '@nestjs/common';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyHttpOptions } from 'fastify';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { GatewayConfig } from '../../config.js';
import { trustOf } from '../limits/address.js';
import { sendProblem } from './failure.filter.js';
import { requestIdOf } from './request-id.js';
import { bodyMs, fileMs, takeFiles } from './uploads.js';

const log = new Logger('Edge');

/** Bytes that are not HTTP, or headers that are too large or too slow: there is no request to answer properly. */
function refuseConnection(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  log.debug(`connection refused: ${error.code ?? error.message}`);
  const status =
    error.code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request';
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** The public HTTP server: JSON bodies only, bounded in size and time. */
export function createServer(config: GatewayConfig): FastifyAdapter {
  const trustProxy = trustOf(config.trustedProxies);
  const options: FastifyHttpOptions<Server> = {
    logger: false,
    bodyLimit: config.bodyLimitBytes,
    trustProxy,
    genReqId: ({ headers }) => requestIdOf(headers),
    // A client that sends slower than this holds a connection for nothing, in ms. Only files may take the longer time.
    http: { headersTimeout: bodyMs },
    requestTimeout: fileMs,
    // Longer than the minute that usual proxies keep theirs.
    keepAliveTimeout: 72_000,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    clientErrorHandler: refuseConnection,
    // An address that is not one: no hook has run.
    frameworkErrors: (error, request, reply) => sendProblem(error, request, reply),
    routerOptions: { maxParamLength: 200 },
  };
  const adapter = new FastifyAdapter({ ...options, skipMiddie: true });
  // Only JSON is taken: a form of another site cannot send it without asking first.
  adapter.getInstance().removeContentTypeParser('text/plain');
  takeFiles(adapter.getInstance());
  return adapter;
}
