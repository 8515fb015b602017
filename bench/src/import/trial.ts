import { setTimeout as sleep } from 'node:timers/promises';
import type { ImportView } from '@diemcau/contracts/identity/imports';

/** The upload and dry run of one file over REST, whatever becomes of it; nothing is started. */
export class Trial {
  private readonly url: string;
  private readonly token: string;

  constructor(url: string, token: string) {
    this.url = `${url}/api/v1/imports`;
    this.token = token;
  }

  /**
   * @param unannounced the file comes in pieces, its length is not said
   * @returns the problem it was refused with, the fault found in it, or how many rows are faulty
   */
  async run(file: Buffer, unannounced = false): Promise<string> {
    const response = await fetch(`${this.url}?kind=students&fileName=danh-sach`, {
      method: 'POST',
      headers: this.headers('application/octet-stream'),
      body: unannounced ? piecesOf(file) : new Uint8Array(file.buffer, file.byteOffset, file.length),
      ...(unannounced && { duplex: 'half' }),
    } as RequestInit);
    const answer = (await response.json()) as ImportView & { code?: string };
    if (!response.ok) return `${response.status} ${answer.code}`;
    for (;;) {
      const view = await this.look(answer.id);
      if (view.fault) return view.fault.code;
      if (view.state === 'ready') return `${view.counts.create} new, ${view.counts.error} faulty`;
      await sleep(200);
    }
  }

  private async look(id: string): Promise<ImportView> {
    const response = await fetch(`${this.url}/${id}`, { headers: this.headers('application/json') });
    return (await response.json()) as ImportView;
  }

  private headers(type: string): Record<string, string> {
    return { authorization: `Bearer ${this.token}`, 'content-type': type };
  }
}

function piecesOf(file: Buffer): ReadableStream<Uint8Array> {
  const piece = 1024 * 1024;
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= file.length) return controller.close();
      controller.enqueue(new Uint8Array(file.subarray(at, at + piece)));
      at += piece;
    },
  });
}
