/** What is asked: name, key, type and list of an attribute; made or changed. */
import { useState } from 'react'
import {
  attributeTypes,
  type Attribute,
  type AttributeOwner,
  type AttributeType,
  type LeavesFrom,
} from '../../schema/attribute.ts'
import { tidy } from '../../schema/attribute-values.ts'
import type { SourceKind } from '../../schema/source.ts'
import { useCommand, useQuery } from '../archive/use-archive.ts'
import { Button } from '../parts/button.tsx'
import { Choice } from '../parts/choice.tsx'
import { Dialog, DialogActs } from '../parts/dialog.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { Field } from '../parts/field.tsx'
import { useExplain, useWords } from '../words.ts'
import { renamedChoices } from './rules.ts'

type Asked = 'all' | 'interviews' | 'others' | 'kept'
const kinds: Readonly<Record<'interviews' | 'others', readonly SourceKind[]>> = {
  interviews: ['transcript', 'fieldnote'],
  others: ['pamphlet', 'report', 'law', 'image', 'other'],
}
function askedOf(given: readonly SourceKind[]): Asked {
  if (given.length === 0) return 'all'
  return (['interviews', 'others'] as const).find((each) => kinds[each].join() === given.join()) ?? 'kept'
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map(tidy)
    .filter((line) => line !== '')

export function AttributeDialog({
  owner,
  attribute,
  onClose,
}: {
  readonly owner: AttributeOwner
  /** Null: a new one. */
  readonly attribute: Attribute | null
  readonly onClose: () => void
}) {
  const words = useWords()
  const explain = useExplain()
  const said = words.cases.dialog
  const create = useCommand('attribute.create')
  const update = useCommand('attribute.update')
  const retype = useCommand('attribute.retype')
  const renameChoice = useCommand('attribute.renameChoice')
  const [name, setName] = useState(attribute?.name ?? '')
  const [key, setKey] = useState(attribute?.key ?? '')
  const [type, setType] = useState<AttributeType>(attribute?.type ?? 'text')
  const [choices, setChoices] = useState((attribute?.choices ?? []).join('\n'))
  const [leavesFrom, setLeavesFrom] = useState<LeavesFrom>(attribute?.leavesFrom ?? 'N')
  const [asked, setAsked] = useState<Asked>(askedOf(attribute?.kinds ?? []))
  const isRetyped = attribute !== null && type !== attribute.type
  const preview = useQuery('attribute.retypePreview', isRetyped ? { attribute: attribute.id, type } : null).value
  const lost = preview?.lost ?? []
  const fault = create.fault ?? update.fault ?? retype.fault ?? renameChoice.fault

  /** In steps of their own, so that each can be taken back; the first that is refused ends it. */
  async function save(): Promise<void> {
    const kindsAsked = asked === 'kept' ? (attribute?.kinds ?? []) : asked === 'all' ? [] : kinds[asked]
    const common = { name, leavesFrom, kinds: [...kindsAsked] }
    const list = linesOf(choices)
    if (!attribute) {
      const made = await create({ ...common, owner, type, choices: list, ...(key.trim() ? { key } : {}) })
      if (made) onClose()
      return
    }
    if (isRetyped && !(await retype({ attribute: attribute.id, type, dropOthers: lost.length > 0 }))) return
    if (!isRetyped && type === 'choice')
      for (const [from, to] of renamedChoices(attribute.choices, list))
        if (!(await renameChoice({ attribute: attribute.id, from, to }))) return
    const changed = await update({
      attribute: attribute.id,
      ...common,
      key,
      ...(type === 'choice' && !isRetyped ? { choices: list } : {}),
    })
    if (changed) onClose()
  }
  return (
    <Dialog title={attribute ? said.change : said.add} onClose={onClose}>
      <form
        className="attribute-dialog"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <Field label={said.name} value={name} onChange={setName} autoFocus />
        <div className="attribute-pair">
          <Choice<AttributeType>
            label={said.type}
            value={type}
            onChange={setType}
            options={attributeTypes.map((value) => ({ value, label: said.types[value] }))}
          />
          <Field label={said.key} value={key} onChange={setKey} hint={said.keyHint(key)} />
        </div>
        {type === 'choice' && !isRetyped && (
          <Field
            long
            rows={6}
            label={said.choices}
            value={choices}
            onChange={setChoices}
            hint={attribute ? `${said.choicesHint} ${said.renameHint}` : said.choicesHint}
          />
        )}
        {lost.length > 0 && (
          <section role="alert">
            <p className="attribute-lost">{said.lost(lost.length)}</p>
            <ul className="refused-list">
              {lost.slice(0, 50).map(({ at, value }) => (
                <li key={at}>{value}</li>
              ))}
            </ul>
          </section>
        )}
        <div className="attribute-pair">
          <Choice<LeavesFrom>
            label={said.leaves}
            value={leavesFrom}
            onChange={setLeavesFrom}
            options={(['T', 'O', 'N'] as const).map((value) => ({ value, label: said.leavesFrom[value] }))}
          />
          {owner === 'source' && (
            <Choice<Asked>
              label={said.kinds}
              value={asked}
              onChange={setAsked}
              options={[
                { value: 'all', label: said.allKinds },
                { value: 'interviews', label: said.interviews },
                { value: 'others', label: said.others },
                ...(asked === 'kept'
                  ? [
                      {
                        value: 'kept' as const,
                        label: (attribute?.kinds ?? []).map((kind) => words.kinds[kind]).join(', '),
                      },
                    ]
                  : []),
              ]}
            />
          )}
        </div>
        <p className="field-hint">{said.leavesHint}</p>
        <FaultLine words={fault && explain(fault)} />
        <DialogActs>
          <Button onPress={onClose}>{words.common.cancel}</Button>
          <Button type="submit" look={lost.length > 0 ? 'warn' : 'strong'} isDisabled={name.trim() === ''}>
            {lost.length > 0 ? said.dropOthers : said.save}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  )
}
