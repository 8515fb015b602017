import type { IceServer } from '@diemcau/contracts/media/room';
import { createHmac } from 'node:crypto';
import type { MediaConfig } from '../config.js';

const lifeSeconds = 12 * 3600;

/**
 * TURN servers with credentials that run out (the "TURN REST API" draft, coturn's `use-auth-secret`): the name is the
 * expiry, the password its HMAC-SHA1.
 */
export function iceServers(config: MediaConfig, peerId: string, nowMs: number): IceServer[] {
  if (config.turnUrls.length === 0) return [];
  const username = `${Math.floor(nowMs / 1000) + lifeSeconds}:${peerId}`;
  const credential = createHmac('sha1', config.turnSecret).update(username).digest('base64');
  return [{ urls: [...config.turnUrls], username, credential }];
}
