/**
 * Why a project of another program was refused. All of it is found before anything is written.
 * `name` is the file's name, `entry` the name of what is in it.
 */
export type RefiFault =
  | { readonly kind: 'refi-not-a-project'; readonly name: string }
  | { readonly kind: 'refi-web-page'; readonly name: string }
  | { readonly kind: 'refi-other-root'; readonly name: string; readonly root: string }
  | { readonly kind: 'refi-without-project'; readonly name: string }
  | { readonly kind: 'refi-several-projects'; readonly name: string; readonly entries: readonly string[] }
  // the zip
  | { readonly kind: 'zip-unsafe-name'; readonly name: string; readonly entry: string }
  | { readonly kind: 'zip-entry-twice'; readonly name: string; readonly entry: string }
  | { readonly kind: 'zip-link'; readonly name: string; readonly entry: string }
  | { readonly kind: 'zip-encrypted'; readonly name: string }
  | { readonly kind: 'zip-too-many-entries'; readonly name: string; readonly count: number; readonly limit: number }
  | { readonly kind: 'zip-swells'; readonly name: string; readonly entry: string; readonly times: number }
  | { readonly kind: 'zip-lies'; readonly name: string; readonly entry: string }
  | { readonly kind: 'zip-damaged'; readonly name: string; readonly entry: string }
  // the XML
  | { readonly kind: 'xml-doctype'; readonly name: string }
  | { readonly kind: 'xml-malformed'; readonly name: string; readonly line: number; readonly detail: string }
  | { readonly kind: 'xml-encoding'; readonly name: string; readonly encoding: string }
  | { readonly kind: 'xml-too-deep'; readonly name: string; readonly limit: number }
  /** Characters of an attribute, elements, or bytes of the whole. */
  | {
      readonly kind: 'xml-too-large'
      readonly name: string
      readonly what: 'attribute' | 'elements' | 'file'
      readonly limit: number
    }
