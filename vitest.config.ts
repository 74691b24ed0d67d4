import react from '@vitejs/plugin-react';
import svgr from 'vite-plugin-svgr';
import { configDefaults, defineConfig } from 'vitest/config';

/** Browser tests are Playwright's. */
const exclude = [...configDefaults.exclude, 'test/e2e/**'];

export default defineConfig({
  test: {
    // Vitest leaves one core free, which on a machine with two is half of them.
    maxWorkers: '100%',
    coverage: { provider: 'v8', include: ['src/**/*.{ts,tsx}'] },
    projects: [
      {
        test: { name: 'node', environment: 'node', include: ['test/**/*.test.ts'], exclude },
      },
      {
        plugins: [react(), svgr()],
        // Garden 10 is ESM and Garden 9 resolves to CommonJS: without these lines styled-components loads twice.
        resolve: {
          mainFields: ['module', 'main'],
          dedupe: ['react', 'react-dom', 'styled-components', '@zendeskgarden/react-theming'],
        },
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['test/**/*.test.tsx'],
          exclude,
          setupFiles: ['./test/setup.ts'],
          server: { deps: { inline: [/@zendeskgarden\//, 'styled-components'] } },
        },
      },
    ],
  },
});
