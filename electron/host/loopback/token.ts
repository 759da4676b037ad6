/**
 * Who may talk to the loopback host: whoever has the token. The address that starts a window holds
 * a code instead, good for one exchange, because other users of the computer can read command lines.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto'

export class Admission {
  readonly code = randomBytes(24).toString('base64url')
  readonly #token = randomBytes(32).toString('base64url')
  #isSpent = false

  /** The token, for the right code and once; null otherwise. */
  exchange(code: string): string | null {
    if (this.#isSpent || !same(code, this.code)) return null
    this.#isSpent = true
    return this.#token
  }
  admits(token: string | undefined): boolean {
    return same(token ?? '', this.#token)
  }
}

function same(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}
