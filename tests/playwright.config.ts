import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: './app',
  outputDir: '../test-results',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 15_000 }, // how long a busy machine may take; nothing is timed here
  // A picture and what the page said; a trace of every act costs a fifth of the time: `--trace on` for a hunt.
  use: { screenshot: 'only-on-failure' },
})
