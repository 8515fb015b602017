import { serve } from '@diemcau/service/serve';
import { MeetingsModule } from './meetings.module.js';

await serve(MeetingsModule, { name: 'meetings' });
