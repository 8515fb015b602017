import { Bus } from '@diemcau/contracts/core/contract';
import { type DynamicModule, Inject, Module, type OnApplicationShutdown, type Type } from '@nestjs/common';
import { Nats } from './nats.js';
import { NatsBus } from './nats-bus.js';
import { Pushes } from './pushes.js';

/** The connection, the way to call other services, and live pushes. */
@Module({})
export class BusModule implements OnApplicationShutdown {
  constructor(@Inject(Nats) private readonly nats: Nats) {}

  /**
   * @param name of this service, as NATS and logs show it
   * @param clients typed clients this service calls: `LobbyClient`, …
   */
  static of(name: string, ...clients: Type[]): DynamicModule {
    return {
      module: BusModule,
      global: true,
      providers: [
        { provide: Nats, useFactory: () => Nats.connect(name) },
        { provide: Bus, useClass: NatsBus },
        ...clients.map((client) => ({
          provide: client,
          useFactory: (bus: Bus) => new client(bus),
          inject: [Bus],
        })),
        Pushes,
      ],
      exports: [Nats, Bus, Pushes, ...clients],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.nats.close();
  }
}
