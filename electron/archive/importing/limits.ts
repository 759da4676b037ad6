/** Bytes. A PDF is mostly pictures; of anything else this much is text that no reader could lay out. */
const limits = { pdf: 200_000_000, other: 64_000_000 }

/** How many bytes a file of this name may have. */
export function limitOf(name: string): number {
  return name.toLowerCase().endsWith('.pdf') ? limits.pdf : limits.other
}
