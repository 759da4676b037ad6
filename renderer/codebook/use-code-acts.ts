/** What may be done with the codes in hand, one or many: for the menu of a row and of the selection. */
import { useState } from 'react'
import type { Code } from '../../schema/codebook.ts'
import { useCommand } from '../archive/use-archive.ts'
import { keyHint, perform } from '../keys.ts'
import type { Act } from '../parts/menu.tsx'
import { selectionInReader } from '../reader/reader-access.ts'
import { readCode } from '../reading/read-code.ts'
import { useWords } from '../words.ts'
import { focusOn } from '../workspace.ts'
import type { Asked } from './asked.tsx'
import type { Step } from './places.ts'

export function useCodeActs({
  ask,
  edit,
  step,
}: {
  readonly ask: (asked: Asked) => void
  readonly edit: (code: Code, field: 'name' | 'shortcut') => void
  readonly step: (these: readonly Code[], step: Step) => void
}) {
  const inWindow = useWords()
  const update = useCommand('code.updateMany')
  const heading = useCommand('code.update')
  const makeHeading = useCommand('code.makeHeading')
  const [refused, setRefused] = useState<Code | null>(null)

  /** In the words of the window, or of the language asked for. */
  function actsOn(these: readonly Code[], { codebook: words, reading, inspector } = inWindow): readonly Act[] {
    const [code] = these
    if (!code) return []
    const one = these.length === 1
    const selection = selectionInReader.value
    const isHeading = these.every(({ codable }) => !codable)
    const ids = these.map(({ id }) => id)
    return [
      ...(one && selection && code.codable
        ? [{ id: 'apply', label: words.apply, icon: 'check' as const, do: () => selection.apply(code.id) }]
        : []),
      ...(one
        ? ([
            { id: 'edit', label: words.edit, do: () => focusOn({ code: code.id, passage: null }) },
            {
              id: 'rename',
              label: words.rename,
              icon: 'pencil',
              hint: keyHint('rename'),
              do: () => edit(code, 'name'),
            },
            {
              id: 'memo',
              label: inspector.writeMemo,
              icon: 'memo',
              hint: keyHint('writeMemo'),
              do: () => {
                focusOn({ code: code.id, passage: null })
                perform('writeMemo')
              },
            },
            { id: 'key', label: words.giveKey, hint: keyHint('giveKey'), do: () => edit(code, 'shortcut') },
            {
              id: 'child',
              label: words.addBelow,
              icon: 'plus',
              hint: keyHint('addCodeBelow'),
              do: () => ask({ kind: 'new', parent: code }),
            },
          ] satisfies Act[])
        : []),
      { id: 'up', label: words.up, icon: 'up', hint: keyHint('codeUp'), apart: one, do: () => step(these, 'up') },
      { id: 'down', label: words.down, icon: 'down', hint: keyHint('codeDown'), do: () => step(these, 'down') },
      { id: 'in', label: words.in, icon: 'right', hint: keyHint('codeIn'), do: () => step(these, 'in') },
      { id: 'out', label: words.out, icon: 'left', hint: keyHint('codeOut'), do: () => step(these, 'out') },
      { id: 'move', label: words.moveTo, hint: keyHint('moveCode'), do: () => ask({ kind: 'move', these }) },
      {
        id: 'merge',
        label: words.merge,
        hint: keyHint('mergeCode'),
        apart: true,
        do: () => ask({ kind: 'merge', these }),
      },
      ...(these.length === 2 && these.every(({ codable }) => codable)
        ? [
            {
              id: 'compare',
              label: reading.compareThese,
              icon: 'reading' as const,
              hint: keyHint('compareCodes'),
              do: () => readCode(code.id, these[1]!.id),
            },
          ]
        : []),
      ...(one && code.codable
        ? [
            {
              id: 'read',
              label: reading.fromReading,
              icon: 'reading' as const,
              hint: keyHint('readCode'),
              do: () => readCode(code.id),
            },
            {
              id: 'split',
              label: words.splitAct,
              hint: keyHint('splitCode'),
              do: () => ask({ kind: 'split', code }),
            },
          ]
        : []),
      { id: 'paint', label: words.paint, apart: true, do: () => ask({ kind: 'paint', these }) },
      {
        id: 'heading',
        label: isHeading ? words.makeCodable : words.makeHeading,
        do: () => {
          setRefused(one ? code : null)
          void (one ? heading({ code: code.id, codable: isHeading }) : update({ codes: ids, codable: isHeading }))
        },
      },
      { id: 'sets', label: words.setsAct, do: () => ask({ kind: 'sets', these }) },
      {
        id: 'delete',
        label: words.delete,
        icon: 'trash',
        warn: true,
        apart: true,
        hint: keyHint('remove'),
        do: () => ask({ kind: 'delete', these }),
      },
    ]
  }
  return {
    actsOn,
    fault: update.fault ?? heading.fault ?? makeHeading.fault,
    /** Where a code with codings was refused as a heading: a new code below it takes them. */
    offer:
      refused && heading.fault?.kind === 'code-has-codings'
        ? async () => {
            if (await makeHeading({ code: refused.id, name: refused.name })) heading.forget()
          }
        : null,
    forget: () => {
      update.forget()
      heading.forget()
      makeHeading.forget()
    },
  }
}
