import { SecretBox } from '@diemcau/service/secrets/secret-box';
import type { Feature } from '../features.js';
import { InitialSecretsService } from './initial-secrets.service.js';

export const secretsFeature: Feature = {
  controllers: [],
  providers: [{ provide: SecretBox, useFactory: () => SecretBox.ofEnvironment() }, InitialSecretsService],
  entities: [],
  migrations: [],
};
