/** An installed Chromium, Chrome or Edge; KARTOTEKA_BROWSER names another. Null where there is none. */
export declare function findBrowser(): string | null
/** What keeps a browser from looking for anything outside, and as root from refusing to start. */
export declare const quietFlags: readonly string[]
