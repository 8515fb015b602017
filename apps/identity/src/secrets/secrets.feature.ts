import { SecretBox } from '@diemcau/service/secrets/secret-box';
import { IdentityConfig } from '../config.js';
import type { Feature } from '@diemcau/service/feature';
import { InitialSecretsService } from './initial-secrets.service.js';

export const secretsFeature: Feature = {
  controllers: [],
  providers: [
    {
      provide: SecretBox,
      useFactory: ({ secretsKey }: IdentityConfig) => new SecretBox(secretsKey),
      inject: [IdentityConfig],
    },
    InitialSecretsService,
  ],
  entities: [],
  migrations: [],
};
