/** From a list of passages to the question that finds them, in the builder. */
import { useQuery } from '../archive/use-archive.ts'
import type { CodingFilter } from '../../schema/report.ts'
import { useCodes } from '../codebook/use-codebook.ts'
import { useObservable } from '../observable.ts'
import { Button } from '../parts/button.tsx'
import { showSearch } from '../search/asked.ts'
import { tongue } from '../settings.ts'
import { useWords } from '../words.ts'
import { asQuery } from './as-query.ts'
import { isBuilding } from './building.ts'

/** Nothing where no query says the same. */
export function AskFurther({ filter }: { readonly filter: CodingFilter }) {
  const words = useWords()
  const codes = useCodes()
  const language = useObservable(tongue)
  const sets = useQuery('codeSet.list', filter.sets ? {} : null).value ?? []
  const coders = useQuery('coder.list', filter.coders ? {} : null).value ?? []
  const times = (name: string) => codes.all.filter((code) => code.name === name).length
  const asked = asQuery(
    filter,
    {
      code: (id) => {
        const code = codes.all.find((each) => each.id === id)
        if (!code || (code.shortcut === '' && times(code.name) > 1)) return undefined
        return {
          name: code.shortcut || code.name,
          hasChildren: codes.all.some(({ parent }) => parent === code.id),
        }
      },
      set: (id) => sets.find((each) => each.id === id)?.name,
      coder: (id) => coders.find((each) => each.id === id)?.name,
    },
    language,
  )
  if (!asked) return null
  return (
    <Button
      look="quiet"
      icon="sliders"
      onPress={() => {
        isBuilding.set(true)
        showSearch(asked)
      }}
    >
      {words.retrieval.askFurther}
    </Button>
  )
}
