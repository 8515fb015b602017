import { describe, expect, it } from '@jest/globals';
import { MediaConfig } from '../config.js';
import { iceServers } from './ice-servers.js';

const config = (given: Partial<MediaConfig>) =>
  Object.assign(new MediaConfig(), { turnUrls: [], turnSecret: '', ...given });

describe('TURN servers for a client', () => {
  it('are none when none are configured', () => {
    expect(iceServers(config({}), 'peer', 0)).toEqual([]);
  });

  it('come with credentials that run out, as coturn’s use-auth-secret wants them', () => {
    const turnUrls = ['turn:turn.example.vn:3478'];
    expect(iceServers(config({ turnUrls, turnSecret: 'north' }), 'peer', 1_700_000_000_000)).toEqual([
      // printf '1700043200:peer' | openssl dgst -sha1 -hmac north -binary | base64
      { urls: turnUrls, username: '1700043200:peer', credential: 'Fjw96SrpjVIWTWCHNP/FBAiacj8=' },
    ]);
  });
});
