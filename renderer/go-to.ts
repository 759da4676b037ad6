/** Takes the window to something of the archive: what a memo is about, what an act changed, what a link names. */
import type { Whereabouts } from '../schema/whereabouts.ts'
import { openCase } from './cases/open-case.ts'
import { showAs } from './reader/pages/how-shown.ts'
import { bringIntoSight, focusOn, go, openSource } from './workspace.ts'

export function goTo(where: Whereabouts): void {
  switch (where.kind) {
    case 'project':
      return go({ view: 'settings' })
    case 'memos':
      return go({ view: 'memos' })
    case 'source':
      openSource(where.source)
      return focusOn({ passage: null, code: null })
    case 'code':
      go({ view: 'documents' })
      // A code is shown by the inspector alone, so that it must be in sight.
      bringIntoSight('right')
      return focusOn({ passage: null, code: where.code })
    case 'case':
      openCase.set(where.case)
      return go({ view: 'attributes' })
    case 'attributes':
      return go({ view: 'attributes' })
    case 'region':
      openSource(where.source)
      showAs(where.source, 'printed') // a rectangle has no words to be seen among
      return focusOn({ passage: where.passage, code: null })
    case 'place':
      openSource(where.source, where)
      return focusOn({ passage: where.passage, code: null })
  }
}
