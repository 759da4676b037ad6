import { Button } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { useWords } from '../words.ts'

/** No archive process can be reached: the window has nothing to show. */
export function NoHost({ detail }: { readonly detail: string }) {
  const words = useWords()
  return (
    <main className="whole">
      <Empty
        icon="warning"
        title={words.app.noHost}
        act={<Button onPress={() => location.reload()}>{words.app.tryAgain}</Button>}
      >
        {detail}
      </Empty>
    </main>
  )
}
