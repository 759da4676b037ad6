import { NotAdmitted } from '../archive/host.ts'
import { Button } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { useWords } from '../words.ts'

/** No archive process can be reached: the window has nothing to show. */
export function NoHost({ error }: { readonly error: unknown }) {
  const words = useWords()
  // The same address is asked again in vain.
  const isOver = error instanceof NotAdmitted
  return (
    <main className="whole">
      <Empty
        icon="warning"
        title={isOver ? words.app.notAdmitted : words.app.noHost}
        act={isOver ? null : <Button onPress={() => location.reload()}>{words.app.tryAgain}</Button>}
      >
        {isOver ? words.app.notAdmittedText : error instanceof Error ? error.message : String(error)}
      </Empty>
    </main>
  )
}
