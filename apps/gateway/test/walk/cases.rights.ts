import { type Cases, listCase, ownCase, publicCase, rootCase, unitCase, wideCase } from './case.js';
import { grant, key, passkey, role, session, unique, user, webhook } from './specimens.js';
import type { Place, World } from './places.js';

const ofRole = async (place: Place, world: World) => ({ params: { key: await keyOfRole(place, world) } });
const keyOfRole = async (place: Place, world: World): Promise<string> =>
  String((await role(place, world))['key']);
const ofKey = async (place: Place, world: World) => ({ params: { keyId: (await key(place, world)).id } });
const ofWebhook = async (place: Place, world: World) => ({
  params: { webhookId: (await webhook(place, world)).id },
});
const pinged = async (place: Place, world: World) => {
  const { id: webhookId } = await webhook(place, world);
  const { id: deliveryId } = await world.asAdmin<{ id: string }>(
    place,
    'POST',
    `webhooks/${webhookId}/ping`,
    {},
  );
  return { params: { webhookId, deliveryId } };
};
const sessionOf = async (place: Place, world: World) => ({ params: await session(place, world) });
const wantedKey = ({ unitId, mark }: Place) => ({
  body: {
    name: mark,
    unitId,
    subtree: false,
    scopes: ['units.read'],
    expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
  },
});

export const rightsCases: Cases = {
  'GET roles': wideCase(() => ({}), { list: true, unprovable: 'names of roles only' }),
  'POST roles': rootCase(({ mark }) => ({
    body: { nameVi: `Vai ${mark}`, nameEn: `Role ${mark}`, permissions: ['units.read'] },
  })),
  'PUT roles/:key': rootCase(async (place, world) => {
    const made = await role(place, world);
    const body = { version: made.version, nameVi: `Vai ${place.mark}`, nameEn: 'Role', permissions: [] };
    return { params: { key: String(made['key']) }, body };
  }),
  'DELETE roles/:key': rootCase(ofRole),
  'GET grants': listCase(
    async (place, world) => ({ query: { userId: String((await grant(place, world))['userId']) } }),
    { permission: 'grants.read' },
  ),
  'POST grants': unitCase(async (place, world) => ({
    body: { userId: (await user(place, world)).id, role: 'attendee', unitId: place.unitId, subtree: false },
  })),
  'DELETE grants/:grantId': unitCase(
    async (place, world) => ({ params: { grantId: (await grant(place, world)).id } }),
    {
      permission: 'grants.give',
    },
  ),
  'POST delegations': ownCase(async (place, world) => ({
    body: {
      grantIds: [(await grant(place, world)).id],
      userId: (await user(place, world)).id,
      validFrom: new Date().toISOString(),
      validTo: new Date(Date.now() + 86_400_000).toISOString(),
    },
  })),

  'GET users/:userId/sessions': unitCase(
    async (place, world) => ({ params: { userId: (await session(place, world)).userId } }),
    { permission: 'sessions.read' },
  ),
  'DELETE users/:userId/sessions': unitCase(
    async (place, world) => ({ params: { userId: (await session(place, world)).userId } }),
    { permission: 'sessions.end' },
  ),
  'DELETE users/:userId/sessions/:sessionId': unitCase(sessionOf, { permission: 'sessions.end' }),
  'GET users/:userId/second-factors': unitCase(
    async (place, world) => ({ params: { userId: (await passkey(place, world)).userId } }),
    { permission: 'users.secrets' },
  ),
  'DELETE users/:userId/second-factors/:factorId': unitCase(
    async (place, world) => ({ params: await passkey(place, world) }),
    { permission: 'users.secrets' },
  ),
  'GET sessions': ownCase(),
  'DELETE sessions/:sessionId': ownCase(async (place, world) => ({
    params: { sessionId: (await session(place, world)).sessionId },
  })),
  'DELETE sessions/others': ownCase(),
  'GET me': ownCase(),

  'GET keys': listCase(async (place, world) => {
    await key(place, world);
    return { query: { unitId: place.unitId } };
  }),
  'POST keys': unitCase(wantedKey),
  'GET keys/:keyId': unitCase(ofKey),
  'DELETE keys/:keyId': unitCase(ofKey),

  'GET webhooks': listCase(async (place, world) => {
    await webhook(place, world);
    return { query: { unitId: place.unitId } };
  }),
  'POST webhooks': unitCase(({ unitId, mark }) => ({
    body: { name: mark, unitId, subtree: false, url: 'https://diemcau.example/w', events: ['users.changed'] },
  })),
  'GET webhooks/:webhookId': unitCase(ofWebhook),
  'PATCH webhooks/:webhookId': unitCase(async (place, world) => {
    const { id, version } = await webhook(place, world);
    return { params: { webhookId: id }, body: { version, name: `${place.mark} ${unique()}` } };
  }),
  'DELETE webhooks/:webhookId': unitCase(ofWebhook),
  'POST webhooks/:webhookId/secret': unitCase(ofWebhook),
  'POST webhooks/:webhookId/ping': unitCase(ofWebhook),
  'GET webhooks/:webhookId/deliveries': unitCase(ofWebhook),
  'POST webhooks/:webhookId/deliveries/:deliveryId/replay': unitCase(pinged),
  'POST webhooks/:webhookId/replay': unitCase(async (place, world) => ({
    ...(await ofWebhook(place, world)),
    body: { from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z' },
  })),

  'POST sessions': publicCase(() => ({ body: { userName: 'khong-co', password: 'khong-dung' } })),
  'POST sessions/refresh': publicCase(),
};
