import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { type Backbone, startBackbone } from '../src/system/backbone.ts';
import { tempFolder } from './temp.ts';

function open(url: string, password?: string): Promise<NatsConnection> {
  const { host, username, password: pass } = new URL(url);
  return connect({ servers: host, user: username, pass: password ?? pass, reconnect: false });
}

describe('The embedded NATS', () => {
  const dataDir = tempFolder();
  let backbone: Backbone;

  beforeAll(async () => {
    backbone = await startBackbone({ dataDir, databaseUrl: 'postgres://unused' });
  });
  afterAll(() => backbone.stop());

  test('asks for its password', async () => {
    await expect(open(backbone.natsUrl, 'guess')).rejects.toThrow(/authorization/i);
  });

  test('survives kill -9 with what JetStream had stored, on the same port', async () => {
    const before = await open(backbone.natsUrl);
    await (await jetstreamManager(before)).streams.add({ name: 'facts', subjects: ['fact.>'] });
    await jetstream(before).publish('fact.meetings.lobby.admitted', 'kept');
    await before.close();

    await backbone.supervisor.kill('nats', 'SIGKILL');
    await backbone.whenReady('nats');

    const after = await open(backbone.natsUrl);
    const stored = await (await jetstreamManager(after)).streams.getMessage('facts', { seq: 1 });
    expect(stored?.string()).toBe('kept');
    await after.close();
  });
});
