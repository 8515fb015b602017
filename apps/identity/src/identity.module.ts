import { BusModule } from '@diemcau/service/bus/bus.module';
import { loadConfig } from '@diemcau/service/config/config';
import { DatabaseModule } from '@diemcau/service/database/database.module';
import { Module } from '@nestjs/common';
import { IdentityConfig } from './config.js';
import { identityDatabase } from './database.js';
import { features } from './features.js';

@Module({
  imports: [BusModule.of('identity'), DatabaseModule.of(identityDatabase)],
  controllers: features.flatMap(({ controllers }) => controllers),
  providers: [
    { provide: IdentityConfig, useFactory: () => loadConfig(IdentityConfig) },
    ...features.flatMap(({ providers }) => providers),
  ],
})
export class IdentityModule {}
