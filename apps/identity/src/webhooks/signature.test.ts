import { Webhook } from 'standardwebhooks';
import { newSecret, signedHeaders } from './signature.js';

const message = { id: 'msg_1', timestamp: Math.floor(Date.now() / 1000), payload: '{"type":"webhook.ping"}' };

test('what is signed, the reference implementation verifies', () => {
  const secret = newSecret();
  const headers = signedHeaders(message, [secret]);
  expect(new Webhook(secret).verify(message.payload, headers)).toEqual({ type: 'webhook.ping' });
});

test('with two secrets the receiver may have either', () => {
  const [fresh, old] = [newSecret(), newSecret()];
  const headers = signedHeaders(message, [fresh, old]);
  for (const secret of [fresh, old]) {
    expect(() => new Webhook(secret).verify(message.payload, headers)).not.toThrow();
  }
});

test('another payload, another id or another secret does not pass', () => {
  const secret = newSecret();
  const headers = signedHeaders(message, [secret]);
  expect(() => new Webhook(secret).verify('{}', headers)).toThrow();
  expect(() => new Webhook(secret).verify(message.payload, { ...headers, 'webhook-id': 'msg_2' })).toThrow();
  expect(() => new Webhook(newSecret()).verify(message.payload, headers)).toThrow();
});

test('the published example of the scheme has this signature', () => {
  const payload = '{"test": 2432232314}';
  const headers = signedHeaders({ id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1_614_265_330, payload }, [
    'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  ]);
  expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
});
