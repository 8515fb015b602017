import { Decoder, Encoder } from 'socket.io-parser';

/**
 * The socket's protocol without its binary half: every message here is JSON, so bytes are a client's mistake or mischief.
 * socket.io closes the connection on what this throws.
 */
class TextDecoder extends Decoder {
  override add(packet: unknown): void {
    if (typeof packet !== 'string') throw new Error('bytes are not part of the protocol');
    // 5 and 6 announce attachments.
    if (packet.startsWith('5') || packet.startsWith('6')) throw new Error('attachments are not taken');
    super.add(packet);
  }
}

export const textParser = { Encoder, Decoder: TextDecoder };
