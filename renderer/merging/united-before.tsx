/** What was united with this archive before: each opens its report. */
import { useQuery } from '../archive/use-archive.ts'
import { Button } from '../parts/button.tsx'
import { useWords } from '../words.ts'
import type { ProjectIntake } from './use-project-intake.ts'
import './merging.css'

export function UnitedBefore({ intake }: { readonly intake: ProjectIntake }) {
  const { merging, say } = useWords()
  const reports = useQuery('project.reports', {}).value ?? []
  const coders = useQuery('coder.list', {}).value ?? []
  if (reports.length === 0) return null
  return (
    <section className="union-before" aria-label={merging.reports}>
      <h2>{merging.reports}</h2>
      <ul>
        {reports.map(({ id, at, coder, fileName }) => (
          <li key={id}>
            <Button look="quiet" onPress={() => intake.show(id)}>
              {merging.reportOf(fileName, say.moment(at), coders.find((each) => each.id === coder)?.name ?? '')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
