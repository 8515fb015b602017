import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { ownAddress } from '../machine/address.ts';
import { portOwner } from '../machine/port-owner.ts';
import { isTcpPortFree, isUdpPortFree } from '../machine/ports.ts';
import type { Check } from './check.ts';

const webPort = Number(process.env.PORT ?? 3000);
const mediaPort = Number(process.env.MEDIA_PORT ?? 40_000);

export async function ports(): Promise<Check[]> {
  const owner = portOwner(webPort);
  const mediaFree = (await isTcpPortFree(mediaPort, '0.0.0.0')) && (await isUdpPortFree(mediaPort));
  return [
    {
      title: 'cổng web · web port',
      ok: await isTcpPortFree(webPort, '0.0.0.0'),
      found: owner ? `${webPort}: ${owner.command} (pid ${owner.pid})` : `${webPort}`,
      mend: `dừng chương trình đó hoặc · stop that program or: PORT=${webPort + 1} npm start`,
    },
    {
      title: 'cổng hình tiếng · media port',
      ok: mediaFree,
      found: `${mediaPort} UDP + TCP`,
      mend: `cổng kế tiếp sẽ được dùng; muốn cố định · the next one will be used; to fix one: MEDIA_PORT=${mediaPort + 100}`,
    },
  ];
}

/** A datagram sent to the address that browsers will be told must come in. */
export async function udp(): Promise<Check> {
  const address = process.env.MEDIA_ANNOUNCED_ADDRESS ?? ownAddress();
  const receiver = createSocket('udp4').bind(0);
  await once(receiver, 'listening');
  const sender = createSocket('udp4');
  const arrived = once(receiver, 'message', { signal: AbortSignal.timeout(1000) }).then(
    () => true,
    () => false,
  );
  // A name that does not resolve is an answer too: nothing arrives.
  sender.send('?', receiver.address().port, address, () => undefined);
  const ok = await arrived;
  receiver.close();
  sender.close();
  return {
    title: 'UDP',
    ok,
    found: `${address}: ${ok ? 'tới được · reachable' : 'không tới · not reachable'}`,
    mend: `mở UDP và TCP ${mediaPort}… trên tường lửa, đặt MEDIA_ANNOUNCED_ADDRESS · open the firewall, set MEDIA_ANNOUNCED_ADDRESS`,
  };
}

/** Browsers give camera and microphone to https and to localhost only. */
export function secureContext(): Check {
  const url = new URL(process.env.PUBLIC_URL ?? `http://localhost:${webPort}`);
  const ok = url.protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  return {
    title: 'ngữ cảnh an toàn · secure context',
    ok,
    found: url.origin,
    mend: 'máy khác cần https mới dùng được camera: đặt sau nginx/caddy có chứng chỉ và PUBLIC_URL=https://… · other machines need https',
  };
}
