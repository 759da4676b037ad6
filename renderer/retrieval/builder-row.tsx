/** One condition: how it is joined to those before it, what it asks, and how that stands to something else. */
import { relations, type Relation } from '../../schema/query-tree.ts'
import { IconButton } from '../parts/button.tsx'
import { Choice } from '../parts/choice.tsx'
import { useWords } from '../words.ts'
import { BuilderLeaf } from './builder-leaf.tsx'
import { BuilderReach, type ReachChoice } from './builder-reach.tsx'
import { emptyRow, type Row } from './built-query.ts'
import type { KnownNames } from './use-known-names.ts'

const reachesOf: Readonly<Partial<Record<Relation, readonly ReachChoice[]>>> = {
  near: ['usual', 'words', 'paragraph', 'paragraphs', 'turn', 'turns'],
  'followed-by': ['usual', 'words', 'paragraph', 'paragraphs', 'turn', 'turns'],
  absent: ['usual', 'document', 'case', 'words', 'paragraphs', 'turns'],
}

type Joined = 'with' | 'without' | 'and' | 'and-not' | 'or' | 'or-not'
type Related = 'none' | Relation

export function BuilderRow({
  at,
  row,
  isBound,
  known,
  onChange,
  onRemove,
}: {
  /** Its place among the rows, from 0. */
  readonly at: number
  readonly row: Row
  /** Stands in one bracket with a neighbour. */
  readonly isBound: boolean
  readonly known: KnownNames
  readonly onChange: (row: Row) => void
  readonly onRemove: () => void
}) {
  const said = useWords().retrieval.builder
  const { related } = row
  const joins: readonly Joined[] = at === 0 ? ['with', 'without'] : ['and', 'and-not', 'or', 'or-not']
  const joined = joins[(at > 0 && row.join === 'or' ? 2 : 0) + (row.isNot ? 1 : 0)] ?? 'and'
  const reaches = related && reachesOf[related.relation]
  return (
    <div className="builder-row" role="group" aria-label={said.row(at + 1)} data-bound={isBound || undefined}>
      <div className="builder-join">
        <Choice<Joined>
          bare
          label={said.join}
          value={joined}
          options={joins.map((value) => ({ value, label: said.joins[value] }))}
          onChange={(next) =>
            onChange({
              ...row,
              join: next.startsWith('or') ? 'or' : 'and',
              isNot: next === 'without' || next.endsWith('-not'),
            })
          }
        />
      </div>
      <div className="builder-sides">
        <div className="builder-side">
          <BuilderLeaf
            label={said.what}
            leaf={row.left}
            known={known}
            onChange={(left) => onChange({ ...row, left })}
          />
          <Choice<Related>
            bare
            label={said.relation}
            value={related?.relation ?? 'none'}
            options={(['none', ...relations] as const).map((value) => ({ value, label: said.relations[value] }))}
            onChange={(next) =>
              onChange({
                ...row,
                related:
                  next === 'none' ? null : { relation: next, reach: null, right: related?.right ?? emptyRow.left },
              })
            }
          />
        </div>
        {related && (
          <div className="builder-side builder-other">
            <BuilderLeaf
              label={said.other}
              leaf={related.right}
              known={known}
              onChange={(right) => onChange({ ...row, related: { ...related, right } })}
            />
            {reaches && (
              <BuilderReach
                bare
                label={said.reach}
                usual={said.reaches.usual}
                reach={related.reach}
                offered={reaches}
                onChange={(reach) => onChange({ ...row, related: { ...related, reach } })}
              />
            )}
          </div>
        )}
      </div>
      <IconButton icon="trash" label={said.remove(at + 1)} onPress={onRemove} />
    </div>
  )
}
