import { AddresseesClient } from '@diemcau/contracts/identity/addressees';
import { MailsClient } from '@diemcau/contracts/identity/mail';
import { RosterClient } from '@diemcau/contracts/identity/roster';
import { SettingsClient } from '@diemcau/contracts/identity/settings';
import { UnitReportsClient } from '@diemcau/contracts/identity/unit-reports';
import { UnitTypesClient } from '@diemcau/contracts/identity/unit-types';
import { UnitsClient } from '@diemcau/contracts/identity/units';
import { UsersClient } from '@diemcau/contracts/identity/users';
import { LinePlacementClient } from '@diemcau/contracts/media/line';
import { MirrorPlacementClient } from '@diemcau/contracts/media/mirror';
import { Audit } from '@diemcau/service/audit/audit';
import { BusModule } from '@diemcau/service/bus/bus.module';
import { loadConfig } from '@diemcau/service/config/config';
import { DatabaseModule } from '@diemcau/service/database/database.module';
import { Clock } from '@diemcau/service/time/clock';
import { Module } from '@nestjs/common';
import { MeetingsConfig } from './config.js';
import { meetingsDatabase } from './database.js';
import { features } from './features.js';

@Module({
  imports: [
    BusModule.of(
      'meetings',
      AddresseesClient,
      LinePlacementClient,
      MailsClient,
      MirrorPlacementClient,
      RosterClient,
      SettingsClient,
      UnitsClient,
      UnitReportsClient,
      UnitTypesClient,
      UsersClient,
    ),
    DatabaseModule.of(meetingsDatabase),
  ],
  controllers: features.flatMap(({ controllers }) => controllers),
  providers: [
    { provide: MeetingsConfig, useFactory: () => loadConfig(MeetingsConfig) },
    Audit,
    Clock,
    ...features.flatMap(({ providers }) => providers),
  ],
})
export class MeetingsModule {}
