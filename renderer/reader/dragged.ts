/** A document on its way from a list or a tab to one half of the middle pane. */
import type { DragEvent } from 'react'
import type { SourceId } from '../../schema/ids.ts'

const kind = 'application/x-kartoteka-document'

/** What makes a row or a tab one that can be dragged. */
export function draggable(source: SourceId): {
  readonly draggable: true
  readonly onDragStart: (event: DragEvent) => void
} {
  return {
    draggable: true,
    onDragStart: (event) => {
      event.dataTransfer.setData(kind, source)
      event.dataTransfer.effectAllowed = 'move'
    },
  }
}

/** Only whether it is one can be known while it is in the air. */
export const isDocument = (event: DragEvent): boolean => event.dataTransfer.types.includes(kind)

export function documentIn(event: DragEvent): SourceId | null {
  return (event.dataTransfer.getData(kind) || null) as SourceId | null
}
