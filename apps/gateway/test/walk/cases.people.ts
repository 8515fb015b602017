import { type Cases, listCase, ownCase, publicCase, unitCase, wideCase } from './case.js';
import {
  classWithStudent,
  rosterEntry,
  schoolClass,
  schoolYear,
  student,
  training,
  unique,
  user,
} from './specimens.js';
import type { Place, World } from './places.js';

const ofUser = async (place: Place, world: World) => ({ params: { userId: (await user(place, world)).id } });
const because = async (place: Place, world: World) => ({
  ...(await ofUser(place, world)),
  body: { reason: 'Thử quyền' },
});
const inUnit = async (place: Place, world: World) => {
  await user(place, world);
  return { query: { unitId: place.unitId } };
};
const ofClass = async (place: Place, world: World) => ({
  params: { classId: (await schoolClass(place, world)).id },
});
const ofEntry = async (place: Place, world: World) => ({
  params: { entryId: (await rosterEntry(place, world)).id },
});

export const peopleCases: Cases = {
  'GET users': listCase(inUnit),
  'GET users/export.csv': listCase(inUnit),
  'GET users/export.xlsx': listCase(inUnit),
  'POST users': unitCase(({ unitId, mark }) => ({
    body: { displayName: `Người ${mark}`, unitId, kind: 'staff', code: `${mark}-${unique()}` },
  })),
  'GET users/:userId': unitCase(ofUser),
  'PATCH users/:userId': unitCase(async (place, world) => {
    const { id, version } = await user(place, world);
    return { params: { userId: id }, body: { version, displayName: `Tên khác ${place.mark}` } };
  }),
  'PUT users/:userId/unit': unitCase(async (place, world) => {
    const { id, version } = await user(place, world);
    return { params: { userId: id }, body: { version, unitId: place.unitId } };
  }),
  'POST users/:userId/lock': unitCase(async (place, world) => {
    const wanted = await because(place, world);
    await world.sql.query(`UPDATE identity.users SET state = 'active', password_hash = 'x' WHERE id = $1`, [
      wanted.params.userId,
    ]);
    return wanted;
  }),
  'POST users/:userId/unlock': unitCase(async (place, world) => {
    const wanted = await because(place, world);
    await world.sql.query(`UPDATE identity.users SET state = 'locked', password_hash = 'x' WHERE id = $1`, [
      wanted.params.userId,
    ]);
    return wanted;
  }),
  'POST users/:userId/disable': unitCase(because),
  'POST users/:userId/reinstate': unitCase(async (place, world) => {
    const wanted = await because(place, world);
    await world.asAdmin(place, 'POST', `users/${wanted.params.userId}/disable`, wanted.body);
    return wanted;
  }),
  'POST users/initial-secrets': unitCase(async (place, world) => ({
    body: { userIds: [(await user(place, world)).id] },
  })),
  'POST users/:userId/password-reset': unitCase(ofUser),
  'GET user-names/proposal': unitCase(({ unitId, mark }) => ({ query: { displayName: mark, unitId } })),
  'GET me/profile': ownCase(),
  'PATCH me': ownCase(() => ({ body: { version: 1, phone: null } })),

  'GET classes': listCase(async (place, world) => {
    await schoolClass(place, world);
    return { query: { unitId: place.unitId } };
  }),
  'POST classes': unitCase(({ unitId, mark }) => ({
    body: { unitId, schoolYear, name: `${mark} ${unique()}` },
  })),
  'GET classes/:classId': unitCase(ofClass, { permission: 'users.read' }),
  'PATCH classes/:classId': unitCase(async (place, world) => {
    const { id, version } = await schoolClass(place, world);
    return { params: { classId: id }, body: { version, name: `${place.mark} ${unique()}` } };
  }),
  'DELETE classes/:classId': unitCase(ofClass),
  'GET me/classes': ownCase(),
  'POST classes/:classId/members/comparison': unitCase(async (place, world) => ({
    ...(await ofClass(place, world)),
    body: { studentIds: [(await student(place, world)).id] },
  })),
  'PUT classes/:classId/members': unitCase(async (place, world) => {
    const { id, version } = await schoolClass(place, world);
    return { params: { classId: id }, body: { version, studentIds: [(await student(place, world)).id] } };
  }),
  'PUT classes/:classId/members/:studentId': unitCase(async (place, world) => {
    const [{ id: classId }, { id: studentId }] = [
      await schoolClass(place, world),
      await student(place, world),
    ];
    return { params: { classId, studentId }, body: {} };
  }),
  'POST classes/promotion': unitCase(async (place, world) => {
    const { classId } = await classWithStudent(place, world);
    const body = {
      unitId: place.unitId,
      from: schoolYear,
      to: '2027-2028',
      classes: [{ classId, name: unique() }],
    };
    return { body };
  }),

  'GET classes/:classId/guardian-codes': unitCase(async (place, world) => ({
    params: { classId: (await classWithStudent(place, world)).classId },
  })),
  'POST classes/:classId/guardian-codes': unitCase(async (place, world) => ({
    params: { classId: (await classWithStudent(place, world)).classId },
    body: {},
  })),
  'POST classes/:classId/guardian-codes/revocation': unitCase(async (place, world) => ({
    ...(await ofClass(place, world)),
    body: {},
  })),
  'GET users/:userId/guardians': unitCase(async (place, world) => ({
    params: { userId: (await student(place, world)).id },
  })),
  'DELETE users/:userId/guardians/:guardianId': unitCase(async (place, world) => {
    const [{ id: studentId }, { id: guardianId }] = [await student(place, world), await user(place, world)];
    await world.sql.query(
      `INSERT INTO identity.guardianships (id, guardian_id, student_id, relation)
       VALUES (gen_random_uuid(), $1, $2, 'mother')`,
      [guardianId, studentId],
    );
    return { params: { userId: studentId, guardianId } };
  }),
  'GET guardians/consent': publicCase(),
  'POST guardians': publicCase(() => ({ body: {} })),
  'GET me/children': ownCase(),
  'POST me/children': ownCase(() => ({
    body: { code: 'aaaa-bbbb-cccc', birthDate: '2012-03-04', relation: 'mother', consentVersion: '1' },
  })),
  'DELETE me/children/:studentId': ownCase(async (place, world) => ({
    params: { studentId: (await student(place, world)).id },
  })),
  'DELETE me/children/:studentId/consent': ownCase(async (place, world) => ({
    params: { studentId: (await student(place, world)).id },
  })),

  'GET roster': listCase(
    async (place, world) => {
      await rosterEntry(place, world);
      return { query: { unitId: place.unitId } };
    },
    { reach: 'wide' },
  ),
  'GET roster/export.csv': listCase(
    async (place, world) => {
      await rosterEntry(place, world);
      return { query: { unitId: place.unitId } };
    },
    { reach: 'wide' },
  ),
  'GET roster/export.xlsx': listCase(
    async (place, world) => {
      await rosterEntry(place, world);
      return { query: { unitId: place.unitId } };
    },
    { reach: 'wide' },
  ),
  'GET roster/missing': wideCase(({ unitId }) => ({ query: { unitId } }), {
    list: true,
    unprovable: 'names units only',
  }),
  'GET roster/:entryId': wideCase(ofEntry),
  'POST roster': unitCase(({ unitId, mark }) => ({
    body: { unitId, name: `Cán bộ ${mark} ${unique()}`, duties: 'Trực', since: '2026-01-01' },
  })),
  'PATCH roster/:entryId': unitCase(async (place, world) => {
    const { id, version } = await rosterEntry(place, world);
    return { params: { entryId: id }, body: { version, duties: 'Trực ca tối' } };
  }),
  'DELETE roster/:entryId': unitCase(ofEntry),
  'POST roster/:entryId/training': unitCase(async (place, world) => ({
    ...(await ofEntry(place, world)),
    body: { course: place.mark, date: '2026-02-01', issuer: null, certificateNo: null },
  })),
  'DELETE roster/:entryId/training/:trainingId': unitCase(async (place, world) => ({
    params: await training(place, world),
  })),
};
