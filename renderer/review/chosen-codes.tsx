/** The codes that each reader put on an excerpt before seeing any, a line a reader. Nothing where none was asked to. */
import type { ReviewItem } from '../../schema/review.ts'
import { useQuery } from '../archive/use-archive.ts'
import { useWords } from '../words.ts'
import { CodeChips } from './code-chips.tsx'

export function ChosenCodes({ item: { answers } }: { readonly item: ReviewItem }) {
  const { review: say } = useWords()
  const coders = useQuery('coder.list', {}).value
  return answers.map(
    ({ id, coder, chosen, isNewest }) =>
      isNewest &&
      chosen && (
        <p key={id} className="review-sentence review-chosen">
          <strong className="cut">{coders?.find((each) => each.id === coder)?.name}</strong>
          <span className="quiet">{chosen.length === 0 ? say.choseNone : say.chose}</span>
          <CodeChips codes={chosen} />
        </p>
      ),
  )
}
