// The built service as a process of its own, living in the time that a file says, looking for work all the while.
import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { startService } from '@diemcau/service/serve';
import { Clock } from '@diemcau/service/time/clock';
import { MeetingsModule } from '../dist/meetings.module.js';
import { RemindersJob } from '../dist/reminders/reminders.job.js';
import { MakingJob } from '../dist/scheduling/making.job.js';

const timeIs = () => readFileSync(process.env.SIMULATED_TIME, 'utf8');
let now = timeIs();
process.on('disconnect', () => process.exit());

// Before anything starts: a job that saw another time for a moment would send what is not due.
Clock.prototype.now = () => new Date(now);
const { app } = await startService(MeetingsModule, { name: 'meetings' });
process.send?.('ready');
for (;;) {
  now = timeIs();
  await app.get(MakingJob).run();
  await app.get(RemindersJob).run();
  process.send?.(now);
  await sleep(10);
}
