import { serve } from '@diemcau/service/serve';
import { IdentityModule } from './identity.module.js';

await serve(IdentityModule, { name: 'identity' });
