import type { StreamCalls } from '@diemcau/client/room/calls';
import type { LayerWishes } from '@diemcau/contracts/media/streams';
import { isRtcp, PictureLossIndication, RtcpPacketConverter, RtcpPayloadSpecificFeedback } from 'werift';
import { Camera, type CameraOptions } from './camera.js';
import { Microphone, type MicrophoneOptions } from './microphone.js';
import { SecureTransport } from './secure-transport.js';

export type SenderCalls = Pick<StreamCalls, 'openTransport' | 'connectTransport' | 'produce'>;

/** What one simulated participant sends. Without the right every call of `send…` fails as a real client's would (TM-2c). */
export class Sender {
  private camera: Camera | undefined;
  private microphone: Microphone | undefined;

  private constructor(
    private readonly calls: SenderCalls,
    private readonly transport: SecureTransport,
  ) {
    transport.path.onPacket = (packet) => {
      if (isRtcp(packet)) this.heard(packet);
    };
  }

  static async open(calls: SenderCalls): Promise<Sender> {
    const opened = await calls.openTransport({ direction: 'send' });
    return new Sender(calls, await SecureTransport.connect(calls, opened));
  }

  async sendCamera(options?: CameraOptions): Promise<void> {
    const camera = new Camera(this.transport, options);
    const { rtpParameters } = camera;
    await this.calls.produce({ transportId: this.transport.id, source: 'camera', rtpParameters });
    this.camera = camera;
    camera.start();
  }

  async sendMicrophone(options?: MicrophoneOptions): Promise<void> {
    const microphone = new Microphone(this.transport, options);
    const { rtpParameters } = microphone;
    await this.calls.produce({ transportId: this.transport.id, source: 'microphone', rtpParameters });
    this.microphone = microphone;
    microphone.start();
  }

  /** Obeys what the SFU pushes as `media.streams.wishes`. */
  limit({ wishes }: LayerWishes): void {
    const camera = wishes.find(({ source }) => source === 'camera');
    if (camera) this.camera?.limitTo(camera.maxSpatialLayer);
  }

  close(): void {
    this.camera?.stop();
    this.microphone?.stop();
    this.transport.close();
  }

  private heard(packet: Buffer): void {
    for (const rtcp of RtcpPacketConverter.deSerialize(this.transport.keys.srtcp.decrypt(packet))) {
      if (rtcp instanceof RtcpPayloadSpecificFeedback && rtcp.feedback instanceof PictureLossIndication) {
        this.camera?.keyFrame(rtcp.feedback.mediaSsrc);
      }
    }
  }
}
