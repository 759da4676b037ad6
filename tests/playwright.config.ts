import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: './app',
  outputDir: '../test-results',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  use: { screenshot: 'only-on-failure', trace: 'retain-on-failure' },
})
