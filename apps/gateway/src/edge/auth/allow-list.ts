import { BlockList, isIP } from 'node:net';

export type Allows = (address: string) => boolean;

const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;
/** An IPv4 address is itself, also where the socket speaks IPv6. */
const plain = (address: string): string => mapped.exec(address)?.[1] ?? address;
const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** Whether an address is one of these addresses or in one of these networks; every address is when there are none. */
export function allowList(entries: readonly string[]): Allows {
  if (entries.length === 0) return () => true;
  const list = new BlockList();
  for (const entry of entries) {
    const [text = '', prefix] = entry.split('/');
    const address = plain(text);
    if (isIP(address) === 0) continue;
    if (prefix === undefined || address !== text) list.addAddress(address, familyOf(address));
    else list.addSubnet(address, Number(prefix), familyOf(address));
  }
  return (asked) => {
    const address = plain(asked.split('%')[0] ?? '');
    return isIP(address) !== 0 && list.check(address, familyOf(address));
  };
}
