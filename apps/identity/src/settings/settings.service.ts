import { SettingsFacts } from '@diemcau/contracts/identity/settings';
import { Nats } from '@diemcau/service/bus/nats';
import { Pushes } from '@diemcau/service/bus/pushes';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { IdentityConfig } from '../config.js';
import { type SettingsValues, type Stored, valuesOf } from './stored.js';

/** Should the news of a change be lost, this is how long another replica goes on with the old settings, in ms. */
const longestMs = 60_000;

interface Known {
  readonly values: SettingsValues;
  readonly until: number;
}

/** What a province has decided, from memory; a change anywhere makes every replica forget. */
@Injectable()
export class SettingsService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly known = new Map<string, Known>();
  /** Raised by every forgetting: what was being read meanwhile may be old and is not kept. */
  private epoch = 0;
  private stopListening: (() => void) | undefined;

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly pushes: Pushes,
    private readonly nats: Nats,
    private readonly config: IdentityConfig,
  ) {}

  onApplicationBootstrap(): void {
    this.stopListening = this.pushes.overhear(SettingsFacts.changed, ({ provinceId }) =>
      this.forget(provinceId),
    );
    this.nats.onReconnect(() => {
      this.epoch += 1;
      this.known.clear();
    });
  }

  onModuleDestroy(): void {
    this.stopListening?.();
  }

  /** Defaults for a province that has set nothing, or is none. */
  async of(provinceId: string): Promise<SettingsValues> {
    const known = this.known.get(provinceId);
    if (known && known.until > Date.now()) return known.values;
    const { epoch } = this;
    const [row] = await this.database.query<{ stored: Stored }[]>(
      'SELECT stored FROM province_settings WHERE province_id = $1',
      [provinceId],
    );
    const values = this.effective(row?.stored ?? {});
    if (epoch === this.epoch) this.known.set(provinceId, { values, until: Date.now() + longestMs });
    return values;
  }

  /** With the defaults of this installation. */
  effective(stored: Stored): SettingsValues {
    return valuesOf(stored, this.config.sessionDays);
  }

  /** The next question reads the database again. */
  forget(provinceId: string): void {
    this.epoch += 1;
    this.known.delete(provinceId);
  }
}
