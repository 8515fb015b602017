import { body } from '@diemcau/client/rest';
import type { Command } from 'commander';
import type { Context } from '../context.js';
import type { Words } from '../language.js';
import { job } from '../job/job.js';
import { reason, thePerson } from '../job/usual.js';

const states = {
  lock: ['Khoá tài khoản, kết thúc mọi phiên', 'Lock an account and end its sessions'],
  unlock: ['Mở khoá tài khoản', 'Unlock an account'],
  disable: ['Ngừng tài khoản: người ấy đã đi', 'Disable an account: somebody has left'],
  reinstate: ['Cho tài khoản đã ngừng hoạt động lại', 'Take a disabled account back'],
} as const satisfies Record<string, Words>;
type Verb = keyof typeof states;

export function personStates(people: Command, context: Context): void {
  for (const verb of Object.keys(states) as Verb[]) {
    job(people, context, {
      name: verb,
      about: states[verb],
      args: { userId: thePerson },
      options: { reason },
      run: (rest, { userId, ...content }) =>
        body(rest.POST(`/api/v1/users/{userId}/${verb}`, { params: { path: { userId } }, body: content })),
      said: ({ userName, state }) => [`${userName}: ${state}`, `${userName}: ${state}`],
    });
  }
}
