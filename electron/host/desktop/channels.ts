/** What the preload script and the main process may say to each other, by name. The archive's own messages go through a port. */
export const channels = {
  facts: 'kartoteka:facts',
  connect: 'kartoteka:connect',
  /** The answer to `connect`, with a port; the page gets it under the same name. */
  port: 'kartoteka:port',
  openArchive: 'kartoteka:open-archive',
  newArchive: 'kartoteka:new-archive',
  pickFiles: 'kartoteka:pick-files',
  save: 'kartoteka:save',
  place: 'kartoteka:place',
  remember: 'kartoteka:remember',
  history: 'kartoteka:history',
  menu: 'kartoteka:menu',
} as const
