import { createSecretKey } from 'node:crypto';
import type { OpenedTransport } from '@diemcau/contracts/media/streams';
import type { DtlsParameters } from 'mediasoup-client/types';
import {
  DtlsClient,
  fingerprint,
  ProtectionProfileAeadAes128Gcm,
  ProtectionProfileAes128CmHmacSha1_80,
  RTCDtlsTransport,
  SrtcpSession,
  SrtpSession,
  type Transport,
} from 'werift';
import type { IcePath } from './ice-path.js';

const handshakeWithinMs = 30_000;
const keyBytes = 16;
const saltBytes = { [ProtectionProfileAes128CmHmacSha1_80]: 14, [ProtectionProfileAeadAes128Gcm]: 12 };
/** GCM first, as browsers do. */
const profiles = [ProtectionProfileAeadAes128Gcm, ProtectionProfileAes128CmHmacSha1_80];

/** What encrypts and decrypts once DTLS has agreed on keys (RFC 5764). */
export interface MediaKeys {
  readonly srtp: SrtpSession;
  readonly srtcp: SrtcpSession;
}

/** All simulated clients of a process share one self-signed ECDSA certificate: making one costs more than a handshake. */
const certificate = () => RTCDtlsTransport.SetupCertificate();

/** Our side of DTLS, as the server must know it before the handshake. */
export async function ownDtlsParameters(): Promise<DtlsParameters> {
  const fingerprints = (await certificate()).getFingerprints();
  return {
    role: 'client',
    fingerprints: fingerprints.map(({ algorithm, value }) => ({
      algorithm: algorithm as DtlsParameters['fingerprints'][number]['algorithm'],
      value,
    })),
  };
}

/**
 * The DTLS 1.2 handshake as client over a connected path.
 * @throws Error when it does not end within 30 s, or the certificate is not the announced one
 */
export async function handshake(
  path: IcePath,
  { fingerprints }: OpenedTransport['dtlsParameters'],
): Promise<MediaKeys> {
  const { certPem, privateKey, signatureHash } = await certificate();
  const transport = transportOver(path);
  path.onPacket = (packet) => transport.onData(packet, ['', 0]);
  const dtls = new DtlsClient({
    transport,
    cert: certPem,
    key: privateKey,
    signatureHash,
    srtpProfiles: profiles,
    extendedMasterSecret: true,
  });
  await connected(dtls);
  verify(dtls, fingerprints);
  return keysOf(dtls);
}

function transportOver(path: IcePath): Transport {
  return {
    type: 'udp',
    address: { address: '0.0.0.0', family: 'IPv4', port: 0 },
    closed: false,
    onData: () => undefined,
    send: async (packet) => path.send(packet),
    close: async () => path.close(),
  };
}

function connected(dtls: DtlsClient): Promise<void> {
  return new Promise((resolve, reject) => {
    const patience = setTimeout(
      () => reject(new Error('The DTLS handshake takes too long')),
      handshakeWithinMs,
    );
    const settle = (end: () => void) => {
      clearTimeout(patience);
      end();
    };
    dtls.onConnect.once(() => settle(resolve));
    dtls.onError.once((error) => settle(() => reject(error)));
    dtls.onClose.once(() => settle(() => reject(new Error('The server ended the DTLS handshake'))));
    dtls.connect().catch((error: unknown) => settle(() => reject(error)));
  });
}

function verify(dtls: DtlsClient, announced: DtlsParameters['fingerprints']): void {
  const expected = announced.find(({ algorithm }) => algorithm === 'sha-256')?.value.toUpperCase();
  const shown = dtls.remoteCertificate;
  if (!shown || String(fingerprint(shown, 'sha256')).toUpperCase() !== expected) {
    throw new Error('The server shows another certificate than announced');
  }
}

function keysOf(dtls: DtlsClient): MediaKeys {
  const profile = dtls.srtp.srtpProfile;
  if (!profile) throw new Error('No SRTP profile was agreed on');
  const { localKey, localSalt, remoteKey, remoteSalt } = dtls.extractSessionKeys(
    keyBytes,
    saltBytes[profile],
  );
  const config = {
    profile,
    keys: {
      localMasterKey: localKey,
      localMasterSalt: localSalt,
      remoteMasterKey: remoteKey,
      remoteMasterSalt: remoteSalt,
    },
  };
  const srtp = new SrtpSession(config);
  const srtcp = new SrtcpSession(config);
  for (const { localContext, remoteContext } of [srtp, srtcp]) {
    prepare(localContext);
    prepare(remoteContext);
  }
  return { srtp, srtcp };
}

/** Node turns key bytes into a key for every packet, at several times the cost of encrypting it; a key object is ready. */
function prepare({
  cipher,
  srtpSessionKey,
  srtcpSessionKey,
}: SrtpSession['localContext'] | SrtcpSession['localContext']) {
  Object.assign(cipher, {
    srtpSessionKey: createSecretKey(srtpSessionKey),
    srtcpSessionKey: createSecretKey(srtcpSessionKey),
  });
}
