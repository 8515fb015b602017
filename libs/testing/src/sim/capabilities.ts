import type { RtpCapabilities, RtpHeaderExtensionUri } from 'mediasoup-client/types';

/** Payload types that simulated clients send with. */
export const payloadTypes = { opus: 111, vp8: 96 } as const;
/** RFC 6464: the SFU's speaker detection reads it. The number is mediasoup's own. */
export const audioLevelExtension = { uri: 'urn:ietf:params:rtp-hdrext:ssrc-audio-level', id: 6 } as const;

const extension = (uri: RtpHeaderExtensionUri, preferredId: number, kind: 'audio' | 'video') => ({
  kind,
  uri,
  preferredId,
  preferredEncrypt: false,
  direction: 'sendrecv' as const,
});

/**
 * What simulated viewers say they can receive: what Chromium says, without transport-cc and REMB. The SFU then makes no
 * estimate of their line and sends what was asked for, so that figures do not depend on how a simulation reports arrivals.
 */
export const viewerCapabilities: RtpCapabilities = {
  codecs: [
    {
      kind: 'audio',
      mimeType: 'audio/opus',
      preferredPayloadType: payloadTypes.opus,
      clockRate: 48_000,
      channels: 2,
      parameters: { useinbandfec: 1 },
      rtcpFeedback: [],
    },
    {
      kind: 'video',
      mimeType: 'video/VP8',
      preferredPayloadType: payloadTypes.vp8,
      clockRate: 90_000,
      parameters: {},
      rtcpFeedback: [{ type: 'nack' }, { type: 'nack', parameter: 'pli' }, { type: 'ccm', parameter: 'fir' }],
    },
    {
      kind: 'video',
      mimeType: 'video/rtx',
      preferredPayloadType: payloadTypes.vp8 + 1,
      clockRate: 90_000,
      parameters: { apt: payloadTypes.vp8 },
      rtcpFeedback: [],
    },
  ],
  headerExtensions: [
    extension('urn:ietf:params:rtp-hdrext:sdes:mid', 1, 'audio'),
    extension('urn:ietf:params:rtp-hdrext:sdes:mid', 1, 'video'),
    extension('http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time', 4, 'video'),
    extension(audioLevelExtension.uri, audioLevelExtension.id, 'audio'),
  ],
};
