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
  use: { screenshot: 'only-on-failure', trace: 'retain-on-failure' },
})
