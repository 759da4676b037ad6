/**
 * Why a file of a review round (a pack on its way out, a reply on its way back) was not opened.
 * All of it is found before anything is read into the archive.
 */
export type SealedFault =
  /** Neither a pack nor a reply. */
  | { readonly kind: 'sealed-unknown' }
  | { readonly kind: 'sealed-not-a-reply' }
  | { readonly kind: 'sealed-newer'; readonly found: number; readonly known: number }
  | { readonly kind: 'sealed-truncated' }
  | { readonly kind: 'sealed-altered' }
  | { readonly kind: 'sealed-wrong-passphrase' }
  | { readonly kind: 'sealed-other-round' }
  | { readonly kind: 'sealed-too-large'; readonly megabytes: number }
  /** Whole and sealed by somebody with the passphrase, but not written by Kartoteka. */
  | { readonly kind: 'sealed-malformed'; readonly detail: string }
