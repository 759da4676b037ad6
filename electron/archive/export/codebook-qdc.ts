/**
 * The codebook for another program: REFI-QDA's .qdc, valid by Codebook.xsd. Its description is one field:
 * definition, when to use, when not and example stand in it one below the other. Keys have no place there.
 */
import type { Code, Codebook, CodeSet } from '../../../schema/codebook.ts'
import type { CodeId } from '../../../schema/ids.ts'
import { inXml, inXmlAttribute } from './words.ts'

/** At least one code: a list without any is invalid, and so is a set of sets without one. The same codes, the same bytes. */
export function codebookXml(
  codes: Codebook,
  sets: readonly CodeSet[],
  descriptions: ReadonlyMap<string, string> = new Map(),
): string {
  const place = new Map(codes.map(({ id }, at) => [id, at]))
  const members = (set: CodeSet) => set.codes.toSorted((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0))
  const groups = sets.map((set) => {
    const description = descriptions.get(set.id) ?? ''
    const said = description === '' ? '' : `<Description>${inXml(description)}</Description>`
    const codesIn = members(set).map((code) => `<MemberCode guid="${code}"/>`)
    return `<Set guid="${set.id}" name="${inXmlAttribute(set.name)}">${said}${codesIn.join('')}</Set>`
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Kartoteka">',
    `<Codes>${tree(codes)}</Codes>`,
    groups.length > 0 ? `<Sets>${groups.join('')}</Sets>` : '',
    '</CodeBook>\n',
  ].join('')
}

/** In reading order, so that a chain of a thousand codes is no depth of calls. */
function tree(codes: Codebook): string {
  const open: CodeId[] = []
  let xml = ''
  for (const code of codes) {
    while (open.length > 0 && open.at(-1) !== code.parent) {
      open.pop()
      xml += '</Code>'
    }
    const description = describedAs(code)
    xml += `<Code guid="${code.id}" name="${inXmlAttribute(code.name)}" isCodable="${code.codable}" color="${code.colour.toLowerCase()}">`
    if (description !== '') xml += `<Description>${inXml(description)}</Description>`
    open.push(code.id)
  }
  return xml + '</Code>'.repeat(open.length)
}

/** What `describedAs` put together; what was written elsewhere is a definition whole. Together again it is the same. */
export function partsOf(description: string): Pick<Code, 'definition' | 'include' | 'exclude' | 'example'> {
  const [, definition = '', include = '', exclude = '', example = ''] =
    /^((?:(?!(?:^|\n\n)(?:Use when|Do not use when|Example): )[^])*)(?:(?:^|\n\n)Use when: ((?:(?!\n\n(?:Do not use when|Example): )[^])*))?(?:(?:^|\n\n)Do not use when: ((?:(?!\n\nExample: )[^])*))?(?:(?:^|\n\n)Example: ([^]*))?$/.exec(
      description,
    ) ?? []
  const parts = { definition, include, exclude, example }
  return describedAs(parts) === description ? parts : { definition: description, include: '', exclude: '', example: '' }
}

/** Everything that is said of a code, as the one description that the standard has; '' where nothing is. */
export function describedAs({
  definition,
  include,
  exclude,
  example,
}: Pick<Code, 'definition' | 'include' | 'exclude' | 'example'>): string {
  return [
    definition,
    include && `Use when: ${include}`,
    exclude && `Do not use when: ${exclude}`,
    example && `Example: ${example}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}
