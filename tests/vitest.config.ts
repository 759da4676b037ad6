import { defineConfig } from 'vitest/config'
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    pool: 'forks',
    execArgv: ['--no-memory-protection-keys'], // see electron/tools/run.mjs
  },
})
