/** What can be done with the passage in focus, as the palette lists it: how each coding is meant, its codes, its care. */
import { responsibles, stances, type Coding } from '../../schema/coding.ts'
import { sensitivities, type CodedPassage } from '../../schema/passage.ts'
import { useCommand } from '../archive/use-archive.ts'
import type { Codes } from '../codebook/use-codebook.ts'
import { keyHint } from '../keys.ts'
import { choices, useOffer } from '../offers.ts'
import type { Act } from '../parts/menu.tsx'
import type { Words } from '../words/shape.ts'

export function usePassageOffers({
  passage,
  name,
  codes,
  onAddCode,
  onRecode,
  onRemove,
  links,
}: {
  readonly passage: CodedPassage
  /** 'R07:12' */
  readonly name: string
  readonly codes: Codes
  readonly onAddCode: () => void
  readonly onRecode: (coding: Coding) => void
  readonly onRemove: (coding: Coding) => void
  readonly links: (words: Words) => readonly Act[]
}): void {
  const update = useCommand('coding.update')
  const grade = useCommand('passage.update')
  useOffer({
    of: ({ inspector }) => `${inspector.passage} ${name}`,
    acts: (words) => [
      { id: 'passage-code', label: words.inspector.addCode, hint: keyHint('findCode'), do: onAddCode },
      ...links(words),
      ...choices(
        'passage-sensitivity',
        words.passage.sensitivity,
        passage.sensitivity,
        sensitivities,
        (level) => words.passage.levels[level],
        (sensitivity) => void grade({ passage: passage.id, sensitivity }),
      ),
      ...passage.codings.flatMap((coding) => ofCoding(words, coding)),
    ],
  })

  function ofCoding({ inspector }: Words, coding: Coding): readonly Act[] {
    const code = codes.byId.get(coding.code)
    if (!code) return []
    const called = `${code.shortcut} ${code.name}`.trim()
    const { id } = coding
    return [
      { id: `recode ${id}`, label: inspector.recode(code.name), do: () => onRecode(coding) },
      { id: `remove ${id}`, label: inspector.removeCode(code.name), do: () => onRemove(coding) },
      ...choices(
        `weight ${id}`,
        `${called}, ${inspector.weight}`,
        coding.weight,
        [1, 2, 3] as const,
        (weight) => inspector.weights[weight],
        (weight) => void update({ coding: id, weight }),
      ),
      ...choices(
        `stance ${id}`,
        `${called}, ${inspector.stance}`,
        coding.stance ?? 'none',
        ['none', ...stances] as const,
        (stance) => (stance === 'none' ? inspector.noStance : inspector.stances[stance]),
        (stance) => void update({ coding: id, stance: stance === 'none' ? null : stance }),
      ),
      ...choices(
        `responsible ${id}`,
        `${called}, ${inspector.holdsResponsible}`,
        coding.holdsResponsible ?? 'none',
        ['none', ...responsibles] as const,
        (whom) => (whom === 'none' ? inspector.nobodyNamed : inspector.responsibles[whom]),
        (whom) => void update({ coding: id, holdsResponsible: whom === 'none' ? null : whom }),
      ),
    ]
  }
}
