import type { types } from 'mediasoup';
import type { SfuWorker } from './sfu-worker.js';

export interface LoudnessListener {
  /** The dominant speaker changed. */
  spoke(producerId: string): void;
  /** Volumes in dBov of those above the threshold, loudest first; empty when all fell silent. */
  volumes(levels: readonly { producerId: string; dbov: number }[]): void;
}

/** Quieter than this is silence, in dBov. */
const threshold = -60;
const volumesEveryMs = 500;
const dominantEveryMs = 300;

/** One router of a room on one worker, with the observers that listen to the sound produced there. */
export class RouterHome {
  private constructor(
    readonly sfu: SfuWorker,
    readonly router: types.Router,
    private readonly dominant: types.ActiveSpeakerObserver,
    private readonly levels: types.AudioLevelObserver,
  ) {}

  static async open(sfu: SfuWorker, listener: LoudnessListener): Promise<RouterHome> {
    const router = await sfu.createRouter();
    const [dominant, levels] = await Promise.all([
      router.createActiveSpeakerObserver({ interval: dominantEveryMs }),
      router.createAudioLevelObserver({ maxEntries: 20, threshold, interval: volumesEveryMs }),
    ]);
    dominant.on('dominantspeaker', ({ producer }) => listener.spoke(producer.id));
    levels.on('volumes', (volumes) =>
      listener.volumes(
        volumes.map(({ producer, volume }) => ({ producerId: producer.id, dbov: Math.round(volume) })),
      ),
    );
    levels.on('silence', () => listener.volumes([]));
    return new RouterHome(sfu, router, dominant, levels);
  }

  async listenTo(producer: types.Producer): Promise<void> {
    await Promise.all([
      this.dominant.addProducer({ producerId: producer.id }),
      this.levels.addProducer({ producerId: producer.id }),
    ]);
  }

  close(): void {
    this.router.close();
  }
}
