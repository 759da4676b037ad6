/** What a report of agreement says, in English. */
import type { AgreementWords } from './report-agreement.ts'

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 })
const n = (value: number) => number.format(value)
const listed = (names: readonly string[]) => names.join(', ')

const named = (names: readonly string[]) => (listed(names) || '—').replace(/\.$/u, '')

const unitNames = {
  turn: 'turns',
  paragraph: 'paragraphs',
  answer: 'answers (what is said between two questions)',
  sentence: 'sentences',
  characters: 'characters',
  segments: 'segments as coders found them',
  item: 'excerpts of the round, as they were frozen',
} as const

export const agreementWords: AgreementWords = {
  everyCode: { pooled: 'All codes, counts added', sets: 'All codes at once, as sets' },
  only: (name) => `Only ${name}`,
  measures: {
    units: { name: 'Units', hint: 'Units that count, of whatever kind was chosen' },
    both: { name: 'Both', hint: 'a: both coders gave the code; of segments those that match, of either coder' },
    onlyFirst: { name: 'Only the first', hint: 'b: only this coder gave the code' },
    onlySecond: { name: 'Only the second', hint: 'c: only this coder gave the code' },
    neither: { name: 'Neither', hint: 'd: neither coder gave the code' },
    byAll: { name: 'All', hint: 'All coders who worked on the unit gave the code' },
    bySome: { name: 'Some', hint: 'Some coders gave the code and others did not' },
    byNone: { name: 'None', hint: 'No coder gave the code' },
    percentAgreement: {
      name: 'Percent',
      hint: 'Of all pairs of coders on all units, how many say the same; swelled by what nobody coded',
    },
    positiveAgreement: {
      name: 'Positive',
      hint: '2a/(2a + b + c): agreement on what was coded, whatever was left uncoded',
    },
    codedAgreement: { name: 'Of what was coded', hint: 'a/(a + b + c)' },
    alpha: {
      name: 'α',
      hint: 'Krippendorff’s alpha, nominal; of sets with the distance MASI. 1 is perfect, 0 is chance',
    },
    alphaLow: { name: 'α from', hint: 'Lower end of the 95 % interval, drawn with a seed' },
    alphaHigh: { name: 'α to', hint: 'Upper end of the 95 % interval, drawn with a seed' },
    belowTentative: {
      name: 'Below .667',
      hint: 'Share of the draws in which α does not allow even tentative conclusions',
    },
    uAlpha: { name: 'uα', hint: 'Second opinion on the characters: borders and codes together, without given units' },
    alphaU: { name: 'α_U', hint: 'Krippendorff 1995 and 2004: borders and codes, one code at a time' },
    relevanceAlpha: { name: '|uα', hint: 'What is worth coding at all, whatever it was coded as' },
    codedAlpha: { name: 'cuα', hint: 'Codes where both coded; in the row of a code, that code given coding' },
    kappa: { name: 'κ', hint: 'Cohen’s kappa' },
    kappaError: { name: 'SE(κ)', hint: 'Large-sample standard error (Fleiss, Cohen and Everitt 1969)' },
    kappaMost: { name: 'κ max', hint: 'The largest κ that these margins allow' },
    pi: { name: 'π', hint: 'Scott’s pi' },
    bennettS: { name: 'S', hint: 'Bennett’s S; κₙ of Brennan and Prediger' },
    ac1: { name: 'AC1', hint: 'Gwet’s AC1' },
    fleissKappa: { name: 'Fleiss’ κ', hint: 'As many coders on every unit; with two it would be Scott’s π' },
    fleissZ: { name: 'z', hint: 'Fleiss’ κ over its standard error if it were 0' },
    segmentKappa: { name: 'κ of segments', hint: 'Matching segments; chance is one in as many codes as were used' },
  },
  gaps: {
    'not-compared': 'Undefined: there is nothing to compare',
    'nothing-pairable': 'Undefined: no unit has the values of two coders',
    'unequal-coders': 'Not given: Fleiss’ κ wants as many coders on every unit; read α',
    'codes-overlap': 'Undefined: a coder’s codes lie over each other, and here one at a time is meant',
    neighbours: 'Not given: characters stand in a row, and drawing them one by one would feign certainty',
    'not-of-sets': 'Not of sets: they agree or they do not',
    'too-many-sets': 'Not given: too many different sets of codes to draw from',
    'one-code': 'Undefined: with one code alone there is no chance to take off',
  },
  note: (said) => {
    switch (said.kind) {
      case 'agreement': {
        const rule =
          said.units === 'segments'
            ? ` Two segments match when they share at least ${n(said.overlap)} % of what either covers.`
            : said.units === 'item'
              ? ' Answers given after seeing the codes do not count.'
              : ' A unit has a code when a coding shares a character with it.'
        const state = said.state === 'before' ? 'as first given, before any decision' : 'as it stands after decisions'
        const where = said.round === null ? '' : ` of “${said.round}”`
        return `${n(said.count)} ${unitNames[said.units]}${where}, in documents: ${n(said.sources)}. Coders: ${named(said.coders)}. Codes used: ${n(said.codes)}. Counted ${state}.${rule}`
      }
      case 'left-out': {
        const reasons = {
          'one-coder': 'only one of the coders has codings there',
          uncoded: 'none of the coders has codings there',
          'no-units': 'there is no such unit',
        } as const
        const parts = said.documents.map(
          ({ reason, documents, examples }) =>
            `${n(documents)} (${listed(examples)}${documents > examples.length ? ', …' : ''}), because ${reasons[reason]}`,
        )
        return [
          ...(parts.length > 0 ? [`Documents left out: ${parts.join('; ')}.`] : []),
          ...(said.units > 0
            ? [`Excerpts left out, because nobody answered about them before seeing the codes: ${n(said.units)}.`]
            : []),
        ].join(' ')
      }
      case 'interval':
        return `Interval of α: units drawn with replacement, ${n(said.draws)} draws, seed ${said.seed}, 2.5 % on either side${said.undefinedDraws > 0 ? `; over all rows α was undefined in ${n(said.undefinedDraws)} draws` : ''}.`
      case 'characters':
        return 'Characters: what nobody coded swells agreement, and neighbouring characters are not independent. Trust given units first.'
      case 'older-wordings':
        return `Codings made under an earlier wording of their code: ${n(said.codings)}.`
    }
  },
  asked: {
    units: {
      turn: 'units: turns',
      paragraph: 'units: paragraphs',
      answer: 'units: answers',
      sentence: 'units: sentences',
      characters: 'units: characters',
      segments: 'segments as found',
    },
    state: { before: 'as first given', after: 'after decisions' },
    coefficients: { alpha: 'with α', kappa: 'with α and κ' },
    everywhere: (yes) => (yes ? 'documents without codings of a coder count as read' : ''),
    round: (name) => `round: ${name}`,
    overlap: (percent) => `segments match from ${percent} %`,
    seed: (seed) => `seed ${seed}`,
    draws: (draws) => `${draws} draws`,
  },
}
