import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where `vite dev` finds the gateway. */
const gateway = process.env.DIEMCAU_GATEWAY ?? 'http://localhost:3000';

export default defineConfig({
  plugins: [react()],
  // Ten-year-old laptops keep their browser up to date, phones less so.
  build: { target: ['chrome100', 'edge100', 'firefox102', 'safari15.4'], manifest: true },
  server: {
    proxy: {
      '/api': gateway,
      '/socket.io': { target: gateway, ws: true },
    },
  },
});
