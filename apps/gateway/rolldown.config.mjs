import { defineConfig } from 'rolldown';

/** What Nest asks for only where it is used, and nobody has installed. */
const absent = [
  '@fastify/multipart',
  '@fastify/view',
  '@nestjs/platform-express',
  '@nestjs/websockets/socket-module.js',
  'amqp-connection-manager',
  'ioredis',
  'kafkajs',
  'mqtt',
];

/**
 * The compiled gateway and all it imports as one file: Node finds, reads and links 1,900 modules in a second of work, and that
 * second is one in which nobody can speak (ADR 70). What makes papers stays outside; it is loaded when the first is asked for.
 */
export default defineConfig({
  input: 'dist/main.js',
  platform: 'node',
  external: ['docx', 'pdfkit', ...absent],
  // Nest finds classes by what decorators leave behind: nothing may seem unused, and names stay.
  treeshake: false,
  output: { dir: 'dist/program', format: 'esm', keepNames: true },
});
