/** Of which document this one is the translation, and which are translations of it; what is pinned between them. */
import type { SourceId } from '../../schema/ids.ts'
import type { Source } from '../../schema/source.ts'
import type { Translation } from '../../schema/translation.ts'
import { useCommand, useQuery } from '../archive/use-archive.ts'
import { Button, IconButton } from '../parts/button.tsx'
import { Choice } from '../parts/choice.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { openBeside } from '../reader/halves.ts'
import { useExplain, useWords } from '../words.ts'
import { openSource } from '../workspace.ts'

const noLinks: readonly Translation[] = []

export function Translations({ source }: { readonly source: Source }) {
  const words = useWords()
  const explain = useExplain()
  const sources = useQuery('source.list', {}).value ?? []
  const links = useQuery('translation.list', {}).value ?? noLinks
  const create = useCommand('translation.create')
  const remove = useCommand('translation.delete')
  const own = links.find(({ to }) => to === source.id)
  const others = links.filter(({ from }) => from === source.id)
  const shortOf = (id: SourceId) => sources.find((each) => each.id === id)?.short ?? ''
  const fault = create.fault ?? remove.fault
  if (sources.length < 2) return null
  return (
    <section className="translations" aria-label={words.translation.title}>
      <Choice<string>
        label={words.translation.isOf}
        value={own?.from ?? ''}
        options={[
          { value: '', label: words.translation.none },
          ...sources
            .filter(({ id }) => id !== source.id)
            .map(({ id, short, title }) => ({ value: id as string, label: `${short} ${title}` })),
        ]}
        onChange={(value) => {
          const original = sources.find(({ id }) => id === value)
          if (original) void create({ original: original.id, translation: source.id })
          else if (own) void remove({ link: own.id })
        }}
      />
      {own && <Partner link={own} partner={own.from} short={shortOf(own.from)} source={source} />}
      {others.map((link) => (
        <div key={link.id}>
          <div className="translation-line">
            <span className="grow cut">{words.translation.originalOf(shortOf(link.to))}</span>
            <IconButton
              icon="unlink"
              label={words.translation.unlink(shortOf(link.to))}
              onPress={() => void remove({ link: link.id })}
            />
          </div>
          <Partner link={link} partner={link.to} short={shortOf(link.to)} source={source} />
        </div>
      ))}
      <FaultLine words={fault && explain(fault)} />
    </section>
  )
}

/** The way to the other document, and the pairs of paragraphs, each with the way to it. */
function Partner({
  link,
  partner,
  short,
  source,
}: {
  readonly link: Translation
  readonly partner: SourceId
  readonly short: string
  readonly source: Source
}) {
  const words = useWords()
  const unpair = useCommand('translation.unpair')
  return (
    <>
      <Button look="quiet" icon="halves" onPress={() => openBeside(partner)}>
        {words.translation.openBeside(short)}
      </Button>
      {link.pairs.length > 0 && (
        <details className="translation-pairs">
          <summary>{words.translation.pairs(link.pairs.length)}</summary>
          <ul>
            {link.pairs.map((pair) => {
              const at = link.from === source.id ? pair.from : pair.to
              return (
                <li key={pair.id} className="translation-line">
                  <button
                    type="button"
                    className="chip-button grow tabular"
                    onClick={() => openSource(source.id, { start: at, end: at })}
                  >
                    {words.translation.pair(pair.fromLabel, pair.toLabel)}
                  </button>
                  <IconButton
                    icon="close"
                    label={words.translation.unpair(pair.fromLabel, pair.toLabel)}
                    onPress={() => void unpair({ pair: pair.id })}
                  />
                </li>
              )
            })}
          </ul>
        </details>
      )}
    </>
  )
}
