import type { StreamCalls } from '@diemcau/client/room/calls';
import type { OpenedTransport } from '@diemcau/contracts/media/streams';
import { handshake, type MediaKeys, ownDtlsParameters } from './dtls.js';
import { IcePath } from './ice-path.js';

/** One WebRTC transport of the SFU with ICE and DTLS done. */
export class SecureTransport {
  private constructor(
    readonly id: string,
    readonly path: IcePath,
    readonly keys: MediaKeys,
  ) {}

  /** Tells the server our certificate while ICE connects, then does DTLS. */
  static async connect(
    calls: Pick<StreamCalls, 'connectTransport'>,
    opened: OpenedTransport,
  ): Promise<SecureTransport> {
    const dtlsParameters = await ownDtlsParameters();
    const [path] = await Promise.all([
      IcePath.open(opened),
      calls.connectTransport({ transportId: opened.id, dtlsParameters }),
    ]);
    try {
      return new SecureTransport(opened.id, path, await handshake(path, opened.dtlsParameters));
    } catch (error) {
      path.close();
      throw error;
    }
  }

  close(): void {
    this.path.close();
  }
}
