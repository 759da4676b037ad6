/** How many units a second coder should have: by family of the codebook, from its rarest used code (METHODS 2.3). */
import type { SampleSize } from '../../../schema/review.ts'
import type { Study } from '../reports/study.ts'
import { unitsFor, type SampleLevel } from './draw.ts'

/** In the order of the codebook; families of which fewer than two codes are used are left out. */
export function sampleSizes(study: Study, alpha: number, level: SampleLevel): readonly SampleSize[] {
  const root = Int32Array.from(study.codes, (_, n) => n)
  // Parents stand before their children.
  for (const [n, parent] of study.parents.entries()) if (parent >= 0) root[n] = root[parent] ?? n
  const counts = new Float64Array(study.codes.length)
  for (const code of study.codings.code) if (code >= 0) counts[code]! += 1
  const used = Map.groupBy(
    [...study.codes.keys()].filter((n) => (counts[n] ?? 0) > 0),
    (n) => root[n] ?? n,
  )
  return [...used]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([family, codes]): readonly SampleSize[] => {
      if (codes.length < 2) return []
      const codings = codes.reduce((sum, n) => sum + (counts[n] ?? 0), 0)
      const rarest = codes.reduce((least, n) => ((counts[n] ?? 0) < (counts[least] ?? 0) ? n : least))
      const share = (counts[rarest] ?? 0) / codings
      return [
        {
          family: study.codes[family]!.id,
          rarest: study.codes[rarest]!.id,
          share,
          codings,
          units: unitsFor(alpha, share, level),
        },
      ]
    })
}
