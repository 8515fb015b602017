import type { Source } from '@diemcau/contracts/media/streams';
import type {
  ProducerCodecOptions,
  RtpCapabilities,
  RtpCodecCapability,
  RtpEncodingParameters,
} from 'mediasoup-client/types';

export interface SendingOptions {
  readonly encodings?: RtpEncodingParameters[];
  readonly codec?: RtpCodecCapability;
  readonly codecOptions?: ProducerCodecOptions;
}

/** A quarter for the filmstrip, a half for a grid, all of it for the stage. Bits per second. */
const cameraLayers: readonly RtpEncodingParameters[] = [
  { scaleResolutionDownBy: 4, maxBitrate: 100_000 },
  { scaleResolutionDownBy: 2, maxBitrate: 350_000 },
  { scaleResolutionDownBy: 1, maxBitrate: 1_200_000 },
];

/** Text must stay readable, so the lower layer halves the picture and the frame rate pays first. */
const screenLayers: readonly RtpEncodingParameters[] = [
  { scaleResolutionDownBy: 2, maxBitrate: 300_000, maxFramerate: 5 },
  { scaleResolutionDownBy: 1, maxBitrate: 1_500_000, maxFramerate: 15 },
];

/** VP8 everywhere it exists; H264 for devices that have nothing else. */
function videoCodec({ codecs = [] }: RtpCapabilities): RtpCodecCapability | undefined {
  const named = (mimeType: string) => codecs.find((codec) => codec.mimeType.toLowerCase() === mimeType);
  return named('video/vp8') ?? named('video/h264');
}

function simulcast(layers: readonly RtpEncodingParameters[], capabilities: RtpCapabilities): SendingOptions {
  const codec = videoCodec(capabilities);
  // Three temporal layers let the SFU thin out a stream between two spatial ones; H264 encoders here have none.
  const scalabilityMode = codec?.mimeType.toLowerCase() === 'video/vp8' ? 'L1T3' : 'L1T1';
  return {
    ...(codec && { codec }),
    encodings: layers.map((layer) => ({ ...layer, scalabilityMode })),
    codecOptions: { videoGoogleStartBitrate: 600 },
  };
}

/** How a source is encoded, given what the device can send. */
export function sendingOptions(source: Source, capabilities: RtpCapabilities): SendingOptions {
  switch (source) {
    case 'microphone':
      return {
        codecOptions: { opusFec: true, opusDtx: true, opusStereo: false, opusMaxAverageBitrate: 32_000 },
      };
    case 'screenAudio':
      return { codecOptions: { opusFec: true, opusStereo: true, opusMaxAverageBitrate: 96_000 } };
    case 'camera':
      return simulcast(cameraLayers, capabilities);
    case 'screen':
      return simulcast(screenLayers, capabilities);
  }
}
