/** A WebSocket to the socket.io address that says whatever it is told to. */
export class RawSocket {
  private heard = '';

  private constructor(private readonly wire: WebSocket) {
    wire.addEventListener('message', ({ data }) => {
      this.heard += String(data);
    });
  }

  static open(url: string): Promise<RawSocket> {
    const wire = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
    const raw = new RawSocket(wire);
    return new Promise((resolve, reject) => {
      wire.addEventListener('open', () => resolve(raw));
      wire.addEventListener('error', () => reject(new Error('not let in')));
    });
  }

  send(packet: string | Uint8Array): void {
    if (this.wire.readyState === WebSocket.OPEN) this.wire.send(packet as string);
  }

  /** Everything heard until then; the server may have closed it before. */
  async close(): Promise<string> {
    await new Promise((resolve) => setTimeout(resolve, 30));
    this.wire.close();
    return this.heard;
  }
}
