import { setTimeout as sleep } from 'node:timers/promises';
import type { ImportView } from '@diemcau/contracts/identity/imports';

export interface Phase {
  readonly what: string;
  readonly seconds: number;
}

/** One import over REST, as the console does it. */
export class ImportRun {
  private readonly url: string;
  private readonly token: string;
  readonly phases: Phase[] = [];

  constructor(url: string, token: string) {
    this.url = url;
    this.token = token;
  }

  /** Uploads, waits for the dry run, starts, waits for the end. */
  async run(file: Buffer): Promise<ImportView> {
    const uploaded = await this.timed('upload', () =>
      this.call('POST', 'imports?kind=students&fileName=hoc-sinh.xlsx', file),
    );
    const { id } = uploaded;
    const ready = await this.timed('reading and dry run', () => this.until(id, 'ready'));
    if (ready.fault) throw new Error(ready.fault.code);
    return this.timed('writing', async () => {
      await this.call('POST', `imports/${id}/start`);
      return this.until(id, 'done');
    });
  }

  get seconds(): number {
    return this.phases.reduce((sum, { seconds }) => sum + seconds, 0);
  }

  private async timed<T>(what: string, work: () => Promise<T>): Promise<T> {
    const startedAt = performance.now();
    const result = await work();
    this.phases.push({ what, seconds: (performance.now() - startedAt) / 1000 });
    return result;
  }

  private async until(id: string, state: ImportView['state']): Promise<ImportView> {
    for (;;) {
      const view = await this.call('GET', `imports/${id}`);
      if (view.state === state) return view;
      if (view.state === 'failed') throw new Error(JSON.stringify(view.fault));
      await sleep(200);
    }
  }

  private async call(method: string, path: string, file?: Buffer): Promise<ImportView> {
    const response = await fetch(`${this.url}/api/v1/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        'content-type': file ? 'application/octet-stream' : 'application/json',
      },
      ...(method !== 'GET' && { body: file ? new Uint8Array(file) : '{}' }),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as ImportView;
  }
}
