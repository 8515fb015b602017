import type { JoinedRoom } from '@diemcau/contracts/media/room';
import type { Direction, OpenedTransport, Source } from '@diemcau/contracts/media/streams';
import type { Device } from 'mediasoup-client';
import type { RtpCapabilities, Transport } from 'mediasoup-client/types';
import { answered } from './answered.js';
import { IceKeeper } from './ice-keeper.js';
import type { StreamCalls } from './calls.js';

export type MakeDevice = () => Promise<Device>;

/** The device and transports of one seat at one `mediaId`; when that changes, a new one is made. */
export class MediaSeat {
  private sending: Promise<Transport> | undefined;
  private readonly keepers: IceKeeper[] = [];
  private closed = false;

  private constructor(
    readonly mediaId: string,
    readonly device: Device,
    private readonly joined: Pick<JoinedRoom, 'iceServers'>,
    private readonly calls: StreamCalls,
    private readonly onLost: () => void,
  ) {}

  /**
   * Loads the device; transports are opened by {@link receiver} and {@link sender}.
   * @param onLost the transports cannot be saved: a new seat is needed
   */
  static async open(
    joined: Pick<JoinedRoom, 'mediaId' | 'routerRtpCapabilities' | 'iceServers'>,
    calls: StreamCalls,
    makeDevice: MakeDevice,
    onLost: () => void,
  ): Promise<MediaSeat> {
    const device = await makeDevice();
    await device.load({ routerRtpCapabilities: joined.routerRtpCapabilities as RtpCapabilities });
    return new MediaSeat(joined.mediaId, device, joined, calls, onLost);
  }

  receiver(): Promise<Transport> {
    return this.transport('receive', this.device.recvRtpCapabilities);
  }

  /** Opened with the first thing to send: most of a room only listens. */
  sender(): Promise<Transport> {
    this.sending ??= this.transport('send').catch((error: unknown) => {
      this.sending = undefined;
      throw error;
    });
    return this.sending;
  }

  /** After a lost socket or a change of network: mends what is not connected, or everything when told so. */
  restartIce(which: 'broken' | 'all'): void {
    for (const keeper of this.keepers) keeper.restart(which);
  }

  close(): void {
    this.closed = true;
    for (const keeper of this.keepers) keeper.close();
  }

  get transports(): Transport[] {
    return this.keepers.map((keeper) => keeper.transport);
  }

  private async transport(direction: Direction, rtpCapabilities?: RtpCapabilities): Promise<Transport> {
    const opened = await this.calls.openTransport({ direction, ...(rtpCapabilities && { rtpCapabilities }) });
    if (this.closed) throw new Error('The seat was closed while its transport was opened');
    const options = { ...parametersOf(opened), iceServers: this.joined.iceServers };
    const transport =
      direction === 'send'
        ? this.device.createSendTransport(options)
        : this.device.createRecvTransport(options);
    transport.on('connect', ({ dtlsParameters }, done, failed) => {
      const connected = this.calls.connectTransport({ transportId: transport.id, dtlsParameters });
      void answered(connected, done, failed);
    });
    transport.on('produce', ({ rtpParameters, appData }, done, failed) => {
      const { source, paused } = appData as { source: Source; paused: boolean };
      const produced = this.calls.produce({ transportId: transport.id, source, rtpParameters, paused });
      void answered(produced, ({ producerId }) => done({ id: producerId }), failed);
    });
    this.keepers.push(new IceKeeper(transport, this.calls, this.onLost));
    return transport;
  }
}

const parametersOf = ({ id, iceParameters, candidates, dtlsParameters }: OpenedTransport) => ({
  id,
  iceParameters,
  iceCandidates: candidates.list,
  dtlsParameters,
});
