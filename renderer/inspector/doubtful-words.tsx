import { isText, type CodedPassage } from '../../schema/passage.ts'
import { keyHint, useKeys } from '../keys.ts'
import { Button } from '../parts/button.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { showDoubtful } from '../repair/repair-wish.ts'
import { useRepair } from '../repair/use-repair.ts'
import { WordsDiff } from '../repair/words-diff.tsx'
import { useExplain, useWords } from '../words.ts'

/** A passage whose words an edit changed or took away: what they were, and the yes to what they are. */
export function DoubtfulWords({ passage }: { readonly passage: CodedPassage }) {
  const words = useWords()
  const explain = useExplain()
  const repair = useRepair()
  const isChanged = passage.state === 'changed'
  useKeys(isChanged ? { confirmWords: () => void repair.confirm([passage.id]) } : {})
  return (
    <section className="doubtful-words" aria-label={words.inspector.states[passage.state]}>
      <p className="doubtful-words-state">≠ {words.inspector.states[passage.state]}</p>
      {isText(passage) && isChanged && passage.was !== '' && (
        <p className="doubtful-words-diff">
          <WordsDiff was={passage.was} is={passage.quote} />
        </p>
      )}
      <div className="doubtful-acts">
        {isChanged && (
          <Button icon="check" onPress={() => void repair.confirm([passage.id])}>
            {words.repair.confirm} <kbd>{keyHint('confirmWords')}</kbd>
          </Button>
        )}
        <Button look="quiet" onPress={() => showDoubtful(passage.source)}>
          {words.repair.title}
        </Button>
      </div>
      <FaultLine
        words={repair.fault && explain(repair.fault)}
        onDismiss={repair.forget}
        dismiss={words.pieces.dismiss}
      />
    </section>
  )
}
