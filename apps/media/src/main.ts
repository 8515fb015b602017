import 'reflect-metadata';
import { serve } from '@diemcau/service/serve';
import { MediaModule } from './media.module.js';

await serve(MediaModule, { name: 'media', node: process.env['MEDIA_NODE_ID'] ?? '' });
