import { type Cases, listCase, ownCase, publicCase, rootCase, unitCase } from './case.js';
import { archiveRequest, auditEntry, erasureRequest, mail, unique, user } from './specimens.js';
import type { Place, World } from './places.js';

const happened = async (place: Place, world: World) => {
  await user(place, world);
  return { query: { unitId: place.unitId } };
};
const managing = { permission: 'privacy.manage' } as const;
const ofArchive = async (place: Place, world: World) => ({
  params: { requestId: (await archiveRequest(place, world)).id },
});
const provider = ({ path, mark }: Place) => ({
  issuer: `https://${unique()}.diemcau.example`,
  clientId: mark,
  clientSecret: 'thu-quyen-thu-quyen',
  nameVi: mark,
  nameEn: mark,
  linking: 'explicit',
  enabled: false,
  provinceId: path[0],
});
const keptProvider = (place: Place, world: World) =>
  world.asAdmin<{ id: string; version: number }>(place, 'POST', 'oidc-providers', provider(place));

export const oversightCases: Cases = {
  'GET audit': listCase(happened),
  'GET audit/export.csv': listCase(happened),
  'GET audit/export.jsonl': listCase(happened),
  'GET audit/head': publicCase(),
  'GET audit/:entryId': unitCase(async (place, world) => ({
    params: { entryId: await auditEntry(place, world) },
  })),

  'GET privacy/kinds': publicCase(),
  'GET privacy/requests': listCase(
    async (place, world) => ({ query: { userId: (await archiveRequest(place, world)).userId } }),
    managing,
  ),
  'GET privacy/requests/:requestId': unitCase(ofArchive, managing),
  'POST privacy/archives': unitCase(
    async (place, world) => ({ body: { userId: (await user(place, world)).id } }),
    managing,
  ),
  'POST privacy/erasures': unitCase(async (place, world) => {
    const { id: userId, userName } = await user(place, world);
    return { body: { userId, userName } };
  }, managing),
  'POST privacy/requests/:requestId/approve': unitCase(
    async (place, world) => {
      const { id, userName } = await erasureRequest(place, world);
      return { params: { requestId: id }, body: { userName } };
    },
    { ...managing, unprovable: 'whoever asked may not approve' },
  ),
  // An erasure waits for a second person; an archive is made at once, and then there is nothing left to refuse.
  'POST privacy/requests/:requestId/refuse': unitCase(async (place, world) => {
    const { id } = await erasureRequest(place, world);
    return { params: { requestId: id }, body: { reason: 'Thử quyền' } };
  }, managing),
  'POST privacy/requests/:requestId/withdraw': unitCase(async (place, world) => {
    const { id } = await erasureRequest(place, world);
    return { params: { requestId: id }, body: {} };
  }, managing),
  'GET privacy/requests/:requestId/archive.json': unitCase(ofArchive, {
    ...managing,
    unprovable: 'the archive is made in the background',
  }),

  'GET settings': rootCase(({ path: [provinceId = ''] }) => ({ query: { provinceId } }), {
    list: true,
    unprovable: 'read by operators anywhere in the province, holds no personal data',
  }),
  'PATCH settings': rootCase(async (place, world) => {
    const [provinceId = ''] = place.path;
    const { version } = await world.asAdmin<{ version: number }>(
      place,
      'GET',
      `settings?provinceId=${provinceId}`,
    );
    return { body: { provinceId, version, sessionDays: 14 } };
  }),
  'GET sign-in-help': publicCase(),
  'GET mails': listCase(async (place, world) => {
    await mail(place, world);
    return {};
  }),
  'GET mails/:mailId': unitCase(async (place, world) => ({ params: { mailId: await mail(place, world) } })),
  'GET system/health': publicCase(),

  'GET oidc-providers': rootCase(() => ({}), { list: true, unprovable: 'takes no unit' }),
  'POST oidc-providers': rootCase((place) => ({ body: provider(place) })),
  'PATCH oidc-providers/:providerId': rootCase(async (place, world) => {
    const { id, version } = await keptProvider(place, world);
    return { params: { providerId: id }, body: { version, nameVi: place.mark } };
  }),
  'DELETE oidc-providers/:providerId': rootCase(async (place, world) => ({
    params: { providerId: (await keptProvider(place, world)).id },
  })),
  'GET account/oidc': ownCase(),
};
