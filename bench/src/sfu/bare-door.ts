import type { Door, Entered } from './entering.ts';

/** The one room of the bare SFU, reached over HTTP. */
export class BareDoor implements Door {
  private readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  async enter(peerId: string): Promise<Entered> {
    const call =
      <In, Out>(name: string) =>
      async (input: In): Promise<Out> => {
        const response = await fetch(`${this.url}/${peerId}/${name}`, {
          method: 'POST',
          body: JSON.stringify(input),
        });
        if (!response.ok) throw new Error(`${name}: ${await response.text()}`);
        return (await response.json()) as Out;
      };
    return {
      calls: {
        openTransport: call('openTransport'),
        connectTransport: call('connectTransport'),
        produce: call('produce'),
        watch: call('watch'),
        ready: call('ready'),
      },
      onWishes: () => undefined,
    };
  }
}
