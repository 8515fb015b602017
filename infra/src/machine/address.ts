import { networkInterfaces } from 'node:os';
import { LOOPBACK } from './ports.ts';

const BRIDGES = /^(docker|br-|veth|virbr|tun|tap|wg|lo)/;

/** The IPv4 address under which this machine's neighbours see it; loopback when it has no network. */
export function ownAddress(): string {
  const cards = Object.entries(networkInterfaces()).filter(([name]) => !BRIDGES.test(name));
  const address = cards
    .flatMap(([, list = []]) => list)
    .find((one) => one.family === 'IPv4' && !one.internal);
  return address?.address ?? LOOPBACK;
}
