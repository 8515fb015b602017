import type { OpenedTransport } from '@diemcau/contracts/media/streams';
import type {
  DtlsFingerprint,
  FingerprintAlgorithm,
  IceCandidate,
  SctpParameters,
} from 'mediasoup-client/types';

/** The answer (RFC 8841) that the SFU would write, from its transport's parameters: one data section, ICE lite. */
export function answerFor(
  {
    iceParameters,
    candidates,
    dtlsParameters,
  }: Pick<OpenedTransport, 'iceParameters' | 'candidates' | 'dtlsParameters'>,
  sctp: SctpParameters,
): string {
  // Chromium takes one fingerprint per section.
  const fingerprint =
    dtlsParameters.fingerprints.find(({ algorithm }) => algorithm === 'sha-256') ??
    dtlsParameters.fingerprints[0];
  const lines = [
    'v=0',
    'o=- 1 1 IN IP4 127.0.0.1',
    's=-',
    't=0 0',
    'a=ice-lite',
    `a=fingerprint:${fingerprint?.algorithm} ${fingerprint?.value}`,
    'a=group:BUNDLE 0',
    'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
    'c=IN IP4 127.0.0.1',
    'a=mid:0',
    `a=ice-ufrag:${iceParameters.usernameFragment}`,
    `a=ice-pwd:${iceParameters.password}`,
    ...candidates.list.map(candidateLine),
    'a=end-of-candidates',
    'a=setup:passive',
    `a=sctp-port:${sctp.port}`,
    `a=max-message-size:${sctp.maxMessageSize}`,
  ];
  return `${lines.join('\r\n')}\r\n`;
}

function candidateLine(candidate: IceCandidate): string {
  const { foundation, protocol, priority, port, type, tcpType } = candidate;
  const address = candidate.address ?? candidate.ip;
  const tcp = tcpType ? ` tcptype ${tcpType}` : '';
  return `a=candidate:${foundation} 1 ${protocol} ${priority} ${address} ${port} typ ${type}${tcp}`;
}

/** Our certificate's fingerprints, from our own offer. */
export function fingerprintsIn(sdp: string): DtlsFingerprint[] {
  return [...sdp.matchAll(/^a=fingerprint:(\S+) (\S+)/gm)].map(([, algorithm, value]) => ({
    algorithm: algorithm as FingerprintAlgorithm,
    value: value ?? '',
  }));
}
