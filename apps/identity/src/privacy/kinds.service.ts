import type { Caller } from '@diemcau/contracts/core/caller';
import type { DataKindView } from '@diemcau/contracts/identity/privacy';
import type { DataKind } from '@diemcau/contracts/identity/data-kind';
import { dataKindKeys, dataKinds } from '@diemcau/contracts/identity/privacy-kinds';
import type { RetentionDays } from '@diemcau/contracts/identity/settings';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { SettingsService } from '../settings/settings.service.js';
import { idOf } from './requests.service.js';

@Injectable()
export class KindsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly settings: SettingsService,
  ) {}

  /** With the days of the caller's province. */
  async list(caller: Caller): Promise<DataKindView[]> {
    const [person] = await this.database.query<{ provinceId: string }[]>(
      'SELECT province_id AS "provinceId" FROM users WHERE id = $1',
      [idOf(caller)],
    );
    const { retentionDays } = await this.settings.of(person?.provinceId ?? idOf(caller));
    return dataKindKeys.map((kind) => {
      const { service, retention, vi, en }: DataKind = dataKinds[kind];
      return { kind, service, until: retention.until, days: daysOf(retention, retentionDays), vi, en };
    });
  }
}

function daysOf(retention: DataKind['retention'], set: RetentionDays): number | null {
  switch (retention.until) {
    case 'days':
      return set[retention.setting];
    case 'fixedDays':
      return retention.days;
    case 'erasure':
    case 'never':
      return null;
  }
}
