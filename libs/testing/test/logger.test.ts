import { NestLogger, requestIds } from '@diemcau/service/log/logger';
import { inRequest } from '@diemcau/service/log/request-context';
import { Logger } from '@nestjs/common';
import { pino } from 'pino';

describe('a log line', () => {
  const lines: Record<string, unknown>[] = [];
  const sink = { write: (line: string) => lines.push(JSON.parse(line) as Record<string, unknown>) };
  const log = new Logger('Here');
  beforeAll(() => Logger.overrideLogger(new NestLogger(pino({ mixin: requestIds }, sink))));
  beforeEach(() => lines.splice(0));

  test('says what happened, with its fields, where, and in which request', () => {
    inRequest({ requestId: 'r-1' }, () => log.warn({ roomId: 'a' }, 'refused'));
    expect(lines).toMatchObject([
      { msg: 'refused', roomId: 'a', context: 'Here', requestId: 'r-1', level: 40 },
    ]);
  });

  test('does not tell where the request came from', () => {
    const request = { requestId: 'r-2', address: '203.0.113.7', agent: 'Trình duyệt mẫu' };
    inRequest(request, () => log.warn({ roomId: 'a' }, 'refused'));
    expect(JSON.stringify(lines)).not.toMatch(/203\.0\.113\.7|Trình duyệt/);
  });

  test('of an error has its stack', () => {
    log.error(new Error('broken'));
    log.warn({ factId: 'f', err: new Error('inner') }, 'not taken');
    expect(lines).toMatchObject([
      { msg: 'broken', err: { message: 'broken', stack: expect.any(String) } },
      { msg: 'not taken', factId: 'f', err: { message: 'inner' } },
    ]);
  });

  test('of a plain sentence is that sentence', () => {
    log.log('ready');
    expect(lines).toMatchObject([{ msg: 'ready', context: 'Here' }]);
  });
});
