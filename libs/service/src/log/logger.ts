import { types } from 'node:util';
import type { LoggerService } from '@nestjs/common';
import { pino, type Logger as Pino } from 'pino';
import { loadConfig } from '../config/config.js';
import { LogConfig } from '../config/service.config.js';
import { currentRequest } from './request-context.js';

/** One JSON line an event, with the request id. Ids only: no names, addresses, tokens or bodies. */
export function createLogger(service: string): Pino {
  return pino({
    level: loadConfig(LogConfig).level,
    base: { service, pid: process.pid },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label) => ({ level: label }) },
    mixin: requestIds,
    redact: ['password', 'token', 'ticket', '*.password', '*.token', '*.ticket'],
  });
}

/** Of the request: its ids. Where it came from and with which program is for the audit log alone. */
export function requestIds(): object {
  const { requestId, traceparent } = currentRequest() ?? {};
  return { ...(requestId !== undefined && { requestId }), ...(traceparent !== undefined && { traceparent }) };
}

/** What Nest says of every module and route it puts together: some 500 lines at each start of the gateway. */
const assembling = new Set<unknown>(['InstanceLoader', 'RoutesResolver', 'RouterExplorer']);

/** Nest's own logger, and every `new Logger('Context')` in the services, goes through pino. */
export class NestLogger implements LoggerService {
  constructor(private readonly pino: Pino) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write(assembling.has(rest.at(-1)) ? 'debug' : 'info', message, rest);
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }
  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }
  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }
  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  /** `new Logger('Context').warn({ roomId }, 'what happened')`: Nest adds the context last. */
  private write(
    level: 'info' | 'warn' | 'error' | 'debug' | 'trace' | 'fatal',
    message: unknown,
    rest: unknown[],
  ): void {
    const context = rest.at(-1);
    const error = [message, ...rest].find((item) => types.isNativeError(item));
    const fields: Record<string, unknown> = {
      ...(typeof context === 'string' && { context }),
      ...(error && { err: error }),
    };
    if (typeof message === 'object' && message !== null && !error) {
      const text = rest.length > 1 ? rest[0] : undefined;
      this.pino[level]({ ...fields, ...message }, typeof text === 'string' ? text : undefined);
    } else {
      this.pino[level](fields, error ? error.message : String(message));
    }
  }
}
