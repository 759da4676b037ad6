/** What is asked of documents and of cases, and what is known of them. */
import { z } from 'zod'
import {
  attributeConditions,
  attributeFields,
  attributeOwner,
  attributeType,
  cells,
  column,
  type Attribute,
  type AttributeTable,
  type CellsOutcome,
  type KnownValue,
  type RefusedCell,
} from '../attribute.ts'
import { attributeId, caseId, sourceId, type SourceId } from '../ids.ts'
import { exported, nothing, read, work, workbook, write } from '../promised.ts'
import type { AnySheet, Sheet } from '../report.ts'
import { fileOffer } from '../importing.ts'
import { tableImport, type ReadRows, type TablePlan } from '../attribute-table.ts'

const retyped = z.object({ attribute: attributeId, type: attributeType })

export const attributeOperations = {
  /** Those of documents first, each in their order. */
  'attribute.list': read(nothing).gives<readonly Attribute[]>(),
  /** All documents, in the order of their short ids, or all cases by name. */
  'attribute.table': read(z.object({ owner: attributeOwner })).gives<AttributeTable>(),
  /** Of one document, with what is inherited from its cases; or of one case. */
  'attribute.known': read(
    z.object({
      about: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('source'), id: sourceId }),
        z.object({ kind: z.literal('case'), id: caseId }),
      ]),
    }),
  ).gives<readonly KnownValue[]>(),
  /** The documents of which all of this is known, of them or of one of their cases. */
  'attribute.sources': read(z.object({ conditions: attributeConditions })).gives<readonly SourceId[]>(),
  /** What `attribute.set` would do. Writes nothing. */
  'attribute.preview': read(cells).gives<CellsOutcome>(),
  /** Fills cells of the table in one step. */
  'attribute.set': write(cells, 'Fill in attributes').gives<CellsOutcome>(),
  /** The key is made of the name where none is given. */
  'attribute.create': write(
    attributeFields.partial().extend({ owner: attributeOwner, name: z.string().max(200), type: attributeType }),
    'Add attribute',
  ).gives<Attribute>(),
  /** `choices` is the whole list anew; a choice that is in use may not be left out. */
  'attribute.update': write(
    attributeFields.partial().extend({ attribute: attributeId }),
    'Change attribute',
  ).gives<Attribute>(),
  /** Renamed wherever it is a value; onto another choice, the two become one. */
  'attribute.renameChoice': write(
    z.object({ attribute: attributeId, from: z.string().max(2000), to: z.string().max(300) }),
    'Rename choice',
  ).gives<Attribute>(),
  /** The values that cannot be read as the other type; `at` counts among all of its values. */
  'attribute.retypePreview': read(retyped).gives<{
    readonly kept: number
    readonly lost: readonly (RefusedCell & { readonly value: string })[]
  }>(),
  /** Refused where values would be lost, unless that is wished. A choice takes the values there are as its list. */
  'attribute.retype': write(
    retyped.extend({ dropOthers: z.boolean().default(false) }),
    'Change type of attribute',
  ).gives<Attribute>(),
  /** `position` counts among those of the same owner, from 0, itself left out. */
  'attribute.move': write(
    z.object({ attribute: attributeId, position: z.number().int().min(0) }),
    'Move attribute',
  ).gives<null>(),
  'attribute.delete': write(z.object({ attributes: z.array(attributeId).max(1000) }), 'Delete attribute').gives<null>(),
  /** The usual questions about interviews or documents; those that are there already stay as they are. */
  'attribute.addUsual': write(
    z.object({ about: z.enum(['interview', 'document']), language: z.enum(['en', 'ru']) }),
    'Add usual attributes',
  ).gives<readonly Attribute[]>(),

  /** Reads a .csv or the first sheet of an .xlsx, in the import process. Writes nothing. */
  'attribute.readTable': work(z.object({ file: fileOffer })).gives<ReadRows>(),
  /** What `attribute.import` would do. */
  'attribute.importPlan': read(tableImport).gives<TablePlan>(),
  'attribute.import': write(tableImport, 'Import attributes').gives<TablePlan>(),
  /** Cells for the clipboard, by rows and columns as asked; '' for what a level keeps back. */
  'export.cells': exported(
    z.object({
      owner: attributeOwner,
      rows: z.array(z.string().min(1).max(80)).min(1).max(10_000),
      columns: z.array(column).min(1).max(1000),
    }),
  ).gives<Sheet & { readonly cells: readonly (readonly string[])[] }>(),
  /** For sharing each row holds what its quotation level lets out; a working copy all but what is closed. */
  'export.attributes': workbook(
    z.object({
      owner: attributeOwner,
      format: z.enum(['csv', 'xlsx']),
      purpose: z.enum(['sharing', 'own']),
      language: z.enum(['en', 'ru']).default('en'),
    }),
  ).gives<AnySheet>(),
} as const
