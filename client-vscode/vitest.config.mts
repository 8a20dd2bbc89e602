import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    // The real one exists inside the editor only.
    alias: { vscode: fileURLToPath(new URL('src/testing/vscode.ts', import.meta.url)) },
  },
  test: {
    include: ['src/**/__tests__/*.test.ts'],
    reporters: ['default'],
  },
});
