/**
 * What this computer remembers of how the window looked: language, theme, sizes. Never anything of the
 * field: what belongs to an archive stays in its file. Where nothing can be kept, nothing fails.
 */
const prefix = 'kartoteka:'

export function recall(key: string): string | null {
  try {
    return localStorage.getItem(prefix + key)
  } catch {
    return null
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(prefix + key, value)
  } catch {
    // A full or forbidden storage costs the memory of a size, not the work.
  }
}
