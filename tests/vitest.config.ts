import { defineConfig } from 'vitest/config'
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    pool: 'forks',
    testTimeout: 300_000, // how long a busy machine may take; nothing is timed here
    hookTimeout: 300_000,
    execArgv: ['--no-memory-protection-keys'], // see electron/tools/run.mjs
  },
})
