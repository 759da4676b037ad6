/** What can go wrong in a round of review. */
export type ReviewFault =
  | { readonly kind: 'review-no-round' }
  | { readonly kind: 'review-no-item' }
  | { readonly kind: 'review-no-proposal' }
  /** Nothing was chosen, or all that was chosen stays in the archive. */
  | { readonly kind: 'review-empty' }
  | { readonly kind: 'review-closed'; readonly name: string }
  /** It was sent, or somebody has answered: what is asked stays as it is. */
  | { readonly kind: 'review-under-way'; readonly name: string }
  /** What an advisor spoke of is no longer there to be changed. */
  | { readonly kind: 'review-outdated'; readonly place: string }
  | { readonly kind: 'review-code-not-asked'; readonly code: string }
  | { readonly kind: 'review-reason-needed' }
