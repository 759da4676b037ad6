/** What the open document is, as choices of the palette. */
import { languages, quotationLevels, sourceKinds, type Source } from '../../schema/source.ts'
import { documentFormats } from '../../schema/quotation-export.ts'
import { showCoders } from '../agreement/coders-address.ts'
import { useCommand } from '../archive/use-archive.ts'
import { usePrintDocument } from '../export/use-print-document.ts'
import { useSaveDocument } from '../export/use-save-document.ts'
import { useKeys } from '../keys.ts'
import { choices, useOffer } from '../offers.ts'

export function useSourceOffers(source: Source | undefined): void {
  const update = useCommand('source.update')
  const save = useSaveDocument()
  const print = usePrintDocument()
  useKeys(source ? { print: () => void print(source.id) } : {})
  useOffer({
    of: () => source?.short ?? '',
    acts: ({ library, kinds, languages: tongues, levels, exporting, views }) =>
      source
        ? [
            { id: 'document-coders', label: views.coders, do: () => showCoders(source.id) },
            ...documentFormats
              .filter((format) => format !== 'pdf' || source.mediaType === 'application/pdf')
              .map((format) => ({
                id: `document-export-${format}`,
                label: exporting.document[format],
                do: () => void save(source.id, format),
              })),
            ...choices(
              'document-level',
              library.level,
              source.quotationLevel,
              quotationLevels,
              (each) => levels[each],
              (quotationLevel) => void update({ source: source.id, quotationLevel }),
            ),
            ...choices(
              'document-kind',
              library.kind,
              source.kind,
              sourceKinds,
              (each) => kinds[each],
              (kind) => void update({ source: source.id, kind }),
            ),
            ...choices(
              'document-language',
              library.language,
              source.language,
              languages,
              (each) => tongues[each],
              (language) => void update({ source: source.id, language }),
            ),
          ]
        : [],
  })
}
