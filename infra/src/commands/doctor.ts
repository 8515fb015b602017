import { render } from '../doctor/check.ts';
import { clock } from '../doctor/clock.ts';
import { resources, versions } from '../doctor/machine.ts';
import { ports, secureContext, udp } from '../doctor/network.ts';
import { parts } from '../doctor/parts.ts';
import { command } from '../terminal/command.ts';

/** `npm run doctor`: what this machine lacks and how to mend it; exit code 1 when something is wrong. */
await command(async () => {
  const checks = [
    ...versions(),
    ...resources(),
    await clock(),
    ...(await ports()),
    await udp(),
    secureContext(),
    ...parts(),
  ];
  process.stdout.write(`${render(checks)}\n`);
  return checks.every(({ ok }) => ok) ? 0 : 1;
});
