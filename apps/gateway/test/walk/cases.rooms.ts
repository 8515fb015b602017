import { type Cases, listCase, publicCase, unitCase } from './case.js';
import { knock, room } from './specimens.js';
import type { Place, World } from './places.js';

const ofRoom = async (place: Place, world: World) => ({
  params: { roomId: (await room(place, world)).roomId },
});
const atDoor = async (place: Place, world: World) => ({
  params: { entryId: (await knock(place, world)).entryId },
});

export const roomCases: Cases = {
  'GET rooms': listCase(
    async (place, world) => {
      await room(place, world);
      return {};
    },
    { permission: 'rooms.enter' },
  ),
  'GET rooms/:slug': publicCase(() => ({ params: { slug: 'khong-co-phong-nay' } })),
  'GET rooms/:slug/units': publicCase(() => ({ params: { slug: 'khong-co-phong-nay' } })),
  'POST rooms/:slug/lobby': publicCase(() => ({
    params: { slug: 'khong-co-phong-nay' },
    body: { fullName: 'Khách' },
  })),
  'PATCH rooms/:roomId/settings': unitCase(async (place, world) => ({
    ...(await ofRoom(place, world)),
    body: { version: 1, name: place.mark },
  })),
  'PUT rooms/:roomId/lock': unitCase(async (place, world) => ({
    ...(await ofRoom(place, world)),
    body: { locked: true },
  })),
  'POST rooms/:roomId/ticket': unitCase(async (place, world) => ({
    ...(await ofRoom(place, world)),
    body: {},
  })),
  'GET rooms/:roomId/entries': unitCase(async (place, world) => ({
    params: { roomId: (await knock(place, world)).roomId },
  })),
  'POST rooms/:roomId/entries/admit-invited': unitCase(async (place, world) => ({
    ...(await ofRoom(place, world)),
    body: {},
  })),
  'POST entries/:entryId/admit': unitCase(atDoor),
  'POST entries/:entryId/refuse': unitCase(async (place, world) => ({
    ...(await atDoor(place, world)),
    body: { reason: 'Thử quyền' },
  })),
};
