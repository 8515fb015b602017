// Stands for an `npm start`: supervises one process from the data folder it is given, prints its pid, and waits.
import { Supervisor } from '../../src/processes/supervisor.ts';

const supervisor = new Supervisor(process.argv[2] ?? '');
await supervisor.takeOver();
const { pid } = supervisor.start({ name: 'sleeper', command: 'sleep', args: ['600'] });
process.stdout.write(`${pid}\n`);
setInterval(() => undefined, 1000);
