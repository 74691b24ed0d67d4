import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import svgr from 'vite-plugin-svgr';
import { packageHosts } from './scripts/vite/package-hosts.ts';
import { packageFiles } from './scripts/vite/package-files.ts';
import { zendeskSdk } from './scripts/vite/zendesk-sdk.ts';

/**
 * The app in the shape of Zendesk's package: dist/assets/iframe.html with its scripts beside it, everything else
 * one level up. Addresses are relative because Zendesk serves each version from another path.
 */
export default defineConfig({
  base: './',
  publicDir: false,
  // Only the desk's own build says otherwise: build-flags.d.ts.
  define: { __SIGNOFF_DESK__: 'false', __SIGNOFF_HOSTS__: JSON.stringify(packageHosts()) },
  plugins: [react(), svgr(), zendeskSdk(), packageFiles()],
  build: {
    outDir: 'dist/assets',
    assetsDir: '.',
    modulePreload: { polyfill: false },
    rolldownOptions: { input: 'iframe.html' },
  },
});
