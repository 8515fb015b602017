import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { withHouse } from './measure/house.ts';
import { benchOptions } from './measure/options.ts';
import { printFigures } from './measure/report.ts';
import { forwarding } from './sfu/forwarding.ts';
import { fullRoomCost } from './sfu/full-room.ts';

const { quick } = benchOptions();
const ticketSecret = randomBytes(32).toString('hex');
const env = { TICKET_SECRET: ticketSecret, MEDIA_WORKERS: '1', MEDIA_ANNOUNCED_ADDRESS: '127.0.0.1' };

const figures = await withHouse({ services: ['media'], env }, async (house) => {
  const media = { pid: house.process('media').pid, natsUrl: house.natsUrl, ticketSecret };
  const first = await forwarding(media, quick);
  await sleep(1000);
  return [...first, ...(await fullRoomCost(media, quick))];
});
printFigures('sfu', figures);
