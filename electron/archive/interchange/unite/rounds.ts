/**
 * Rounds of review that come in, held against those here. A round is known by its id, a reply by who sent which file,
 * an answer by its excerpt. What somebody said or decided there and nobody here comes along; where both sides say
 * something the one here stays and the difference is told. Nothing is written: `write-rounds.ts` does that.
 */
import type { FrozenCode, ProposalState } from '../../../../schema/review.ts'
import { sql, type Reader } from '../../db.ts'
import { newReplyKeys } from '../../review/rounds.ts'
import { reviewWithRefs } from '../extras-review.ts'
import type { Ref } from '../incoming.ts'
import type {
  IncomingAnswer,
  IncomingItem,
  IncomingMessage,
  IncomingProposal,
  IncomingReply,
  IncomingRound,
} from '../incoming-review.ts'
import { newArbitrations, type ArrivingArbitration } from './arbitrations.ts'
import { idOf } from './preserved.ts'
import { idsFor, type Union } from './union.ts'

/** Ids in all of these are those of here. */
export interface ArrivingReview {
  readonly rounds: readonly (IncomingRound & { readonly name: string; readonly keys: string })[]
  readonly items: readonly (Omit<IncomingItem, 'text'> & { readonly round: string; readonly text: number })[]
  readonly replies: readonly (IncomingReply & { readonly round: string })[]
  readonly answers: readonly (IncomingAnswer & { readonly reply: string })[]
  readonly proposals: readonly (IncomingProposal & { readonly answer: string })[]
  /** Proposals that are here undecided. */
  readonly decided: readonly IncomingProposal[]
  readonly messages: readonly IncomingMessage[]
  /** Answers to the questions of a round, of replies that are here without. */
  readonly toQuestions: readonly { readonly reply: string; readonly said: readonly string[] }[]
  readonly arbitrations: readonly ArrivingArbitration[]
  /** Of whom and what it is to be said anew which proposals count. */
  readonly unsettled: readonly { readonly coder: string; readonly item: string }[]
  /** Codings that do not hold there: decisions set these aside here too. */
  readonly aside: ReadonlySet<string>
}
type Lists = Omit<ArrivingReview, 'aside'>
type Arriving = { -readonly [Name in keyof Lists]: Lists[Name][number][] }

export function countReview(
  { counts }: Union,
  { rounds, answers, decided, arbitrations }: Pick<ArrivingReview, 'rounds' | 'answers' | 'decided' | 'arbitrations'>,
): void {
  counts.newRounds = rounds.length
  counts.newAnswers = answers.length
  counts.newDecisions = decided.length + arbitrations.length
}

/** Codings that a decision here has set aside: an acceptance, or arbitration. */
export const setAsideIn = (db: Reader): ReadonlySet<string> =>
  new Set(
    db.pluck<string>(sql`
      SELECT j.value FROM review_proposal p, json_each(p.effect, '$.superseded') j WHERE p.state = 'accepted'
      UNION SELECT coding FROM arbitration WHERE verdict = 'falls'`),
  )

/** What of it is not here. Passages and codings must have landed. */
export function newReview(db: Reader, union: Union): ArrivingReview {
  const arriving: Arriving = {
    rounds: [],
    items: [],
    replies: [],
    answers: [],
    proposals: [],
    decided: [],
    messages: [],
    toQuestions: [],
    arbitrations: [],
    unsettled: [],
  }
  const { review } = union.project
  if (!review) return { ...arriving, aside: new Set() }
  const meeting = new Meeting(db, union, arriving)
  const mapped = reviewWithRefs(review, (ref) => union.codings.get(ref) ?? idOf(union, ref) ?? ref)
  for (const [at, round] of mapped.rounds.entries()) meeting.take(round, review.rounds[at]!)
  arriving.arbitrations.push(...newArbitrations(db, union, mapped.arbitrations, (coder) => meeting.coder(coder)))
  if (arriving.messages.length > 0 || arriving.items.length > 0 || arriving.toQuestions.length > 0)
    union.changesSomething = true
  return { ...arriving, aside: asideIn(union) }
}

const asideIn = ({ project, codings }: Union): ReadonlySet<string> =>
  new Set(
    project.passages.flatMap((passage) =>
      passage.codings.flatMap(({ ref, state }) => (state === undefined ? [] : (codings.get(ref) ?? []))),
    ),
  )

interface RoundHere {
  readonly id: string
  readonly name: string
  readonly questions: string
  readonly closedAt: string
}

class Meeting {
  readonly #db: Reader
  readonly #union: Union
  readonly #out: Arriving
  readonly #coders: ReadonlySet<string>
  readonly #here: ReadonlyMap<string, RoundHere>
  readonly #names: Set<string>

  constructor(db: Reader, union: Union, out: Arriving) {
    this.#db = db
    this.#union = union
    this.#out = out
    this.#coders = new Set([...union.coders.values()].map(({ id }) => id))
    const here = db.all<RoundHere>(sql`SELECT id, name, questions, closed_at AS closedAt FROM review_round`)
    this.#here = new Map(here.map((round) => [round.id, round]))
    this.#names = new Set(here.map(({ name }) => name))
  }

  coder(mapped: Ref | null): string {
    return mapped !== null && this.#coders.has(mapped) ? mapped : this.#union.acting
  }

  /** `round` with the ids of here, `theirs` as it came. */
  take(round: IncomingRound, theirs: IncomingRound): void {
    const here = this.#here.get(round.ref)
    if (here) this.#meet(round, here)
    else this.#add(round, theirs)
  }

  #add(round: IncomingRound, theirs: IncomingRound): void {
    const id = this.#idsOf('review_round', [round.ref])(round.ref)
    const name = this.#freeName(round.name.normalize('NFC').trim() || '…')
    this.#out.rounds.push({
      ...round,
      ref: id,
      name,
      keys: round.keys ?? JSON.stringify(newReplyKeys()),
      codebook: withFormerIds(round.codebook, theirs.codebook),
      coder: this.coder(round.coder),
    })
    const items = this.#items(id, round.items, new Set())
    for (const reply of round.replies) this.#addReply(id, reply, items)
    this.#messages(round.messages, items)
  }

  #freeName(wanted: string): string {
    let name = wanted
    for (let n = 2; this.#names.has(name); n++) name = `${wanted} (${n})`
    this.#names.add(name)
    if (name !== wanted) this.#clash('round-name', wanted, name, wanted)
    return name
  }

  /** A round that is here: what was said and decided there since. Signed off here it takes nothing more. */
  #meet(round: IncomingRound, here: RoundHere): void {
    const { name, questions } = round
    if (name !== here.name) this.#clash('round-name', here.name, here.name, name)
    if (questions.trim() !== here.questions) this.#clash('round-questions', here.name, here.questions, questions)
    const before = this.#sizes()
    const known = new Map(
      this.#db
        .all<{ id: string; number: number }>(sql`SELECT id, number FROM review_item WHERE round = ${here.id}`)
        .map(({ id, number }) => [id, number]),
    )
    const items = new Map(round.items.flatMap(({ ref }) => (known.has(ref) ? [[ref, ref] as const] : [])))
    // What is not here was left out before anybody saw it, unless somebody has said something of it.
    const spokenOf = new Set([
      ...round.replies.flatMap(({ answers }) => answers.map(({ item }) => item)),
      ...round.messages.map(({ item }) => item),
    ])
    const others = round.items.filter(({ ref }) => !items.has(ref) && spokenOf.has(ref))
    for (const [ref, id] of this.#items(here.id, others, new Set(known.values()))) items.set(ref, id)
    this.#replies(round, here, items)
    this.#messages(round.messages, items)
    const isClosed = here.closedAt !== ''
    if (isClosed && this.#sizes() !== before) {
      this.#rewind(before)
      this.#clash('round-closed', here.name, 'closed', '')
    } else if (!isClosed && round.closedAt !== '') this.#clash('round-closed', here.name, 'open', 'closed')
  }

  #replies(round: IncomingRound, here: RoundHere, items: ReadonlyMap<Ref, string>): void {
    const rows = this.#db.all<{ id: string; coder: string; hash: string; said: string }>(
      sql`SELECT id, coder, file_hash AS hash, answers AS said FROM review_reply WHERE round = ${here.id}`,
    )
    const known = new Map(rows.flatMap((row) => [[row.id, row] as const, [`${row.coder} ${row.hash}`, row] as const]))
    const answersHere = Map.groupBy(this.#answersOf(here.id), ({ reply }) => reply)
    for (const reply of round.replies) {
      const coder = this.coder(reply.coder)
      const twin = known.get(reply.ref) ?? known.get(`${coder} ${reply.fileHash}`)
      if (!twin) {
        this.#addReply(here.id, reply, items)
        for (const { item } of reply.answers)
          if (items.has(item)) this.#out.unsettled.push({ coder, item: items.get(item)! })
        continue
      }
      const said = JSON.stringify(reply.toQuestions)
      if (reply.toQuestions.length > 0 && twin.said === '[]')
        this.#out.toQuestions.push({ reply: twin.id, said: reply.toQuestions })
      else if (reply.toQuestions.length > 0 && twin.said !== said) this.#clash('review-answer', here.name, '', '')
      const answers = new Map((answersHere.get(twin.id) ?? []).map((answer) => [answer.item, answer]))
      // Two replies of theirs may be one here.
      const taken = new Set(this.#out.answers.flatMap((one) => (one.reply === twin.id ? [one.item] : [])))
      for (const answer of reply.answers) {
        const item = items.get(answer.item)
        if (item === undefined) continue
        const there = answers.get(item)
        if (there) this.#sameAnswer(answer, there, twin.coder)
        else if (taken.has(item)) this.#clash('review-answer', here.name, '', '')
        else {
          this.#addAnswers(twin.id, [{ ...answer, item }])
          this.#out.unsettled.push({ coder: twin.coder, item })
        }
      }
    }
  }

  #answersOf(round: string): readonly AnswerHere[] {
    return this.#db.all<AnswerHere>(sql`
      SELECT a.reply, a.id, a.item, a.chosen, a.comment, i.place FROM review_answer a JOIN review_item i ON i.id = a.item
       WHERE i.round = ${round}`)
  }

  /** One answer of two sides: decisions that nobody here has made come along. */
  #sameAnswer(theirs: IncomingAnswer, here: AnswerHere, coder: string): void {
    const chosen = theirs.chosen && JSON.stringify(theirs.chosen)
    if (chosen !== here.chosen || theirs.comment.trim() !== here.comment)
      this.#clash('review-answer', here.place, here.comment, theirs.comment)
    const proposals = new Map(
      this.#db
        .all<{ id: string; key: string; state: ProposalState; reason: string }>(
          sql`SELECT id, verdict || ' ' || code AS key, state, reason FROM review_proposal WHERE answer = ${here.id}`,
        )
        .map((row) => [row.key, row]),
    )
    for (const said of theirs.proposals) {
      const there = proposals.get(`${said.verdict} ${said.code ?? ''}`)
      if (!there || said.decided === null) continue
      if (isDecided(there.state)) {
        if (there.state !== said.state || there.reason !== said.reason)
          this.#clash('review-decision', here.place, there.state, said.state)
        continue
      }
      const by = this.coder(said.decided.by)
      this.#out.decided.push({ ...said, ref: there.id, decided: { by, at: said.decided.at } })
      this.#out.unsettled.push({ coder, item: here.item })
    }
  }

  #addReply(round: string, reply: IncomingReply, items: ReadonlyMap<Ref, string>): void {
    const coder = this.coder(reply.coder)
    // Two coders there may be one here.
    const twin = this.#out.replies.find(
      (one) => one.round === round && one.coder === coder && one.fileHash === reply.fileHash,
    )
    const id = twin?.ref ?? this.#idsOf('review_reply', [reply.ref])(reply.ref)
    if (!twin) this.#out.replies.push({ ...reply, ref: id, coder, round })
    const taken = new Set(this.#out.answers.flatMap((one) => (one.reply === id ? [one.item] : [])))
    const answers = reply.answers.flatMap((answer) => {
      const item = items.get(answer.item)
      if (item === undefined) return []
      if (!taken.has(item)) return [{ ...answer, item }]
      this.#clash('review-answer', '', '', '')
      return []
    })
    this.#addAnswers(id, answers)
  }

  #addAnswers(reply: string, answers: readonly IncomingAnswer[]): void {
    const answerId = this.#idsOf(
      'review_answer',
      answers.map(({ ref }) => ref),
    )
    const proposalId = this.#idsOf(
      'review_proposal',
      answers.flatMap(({ proposals }) => proposals.map(({ ref }) => ref)),
    )
    for (const answer of answers) {
      const id = answerId(answer.ref)
      this.#out.answers.push({ ...answer, ref: id, reply })
      const keys = new Set<string>()
      for (const said of answer.proposals) {
        // Two codes there may be one here.
        const key = `${said.verdict} ${said.code ?? ''}`
        if (keys.has(key)) continue
        keys.add(key)
        const decided = said.decided && { by: this.coder(said.decided.by), at: said.decided.at }
        this.#out.proposals.push({ ...said, ref: proposalId(said.ref), decided, answer: id })
      }
    }
  }

  #messages(messages: readonly IncomingMessage[], items: ReadonlyMap<Ref, string>): void {
    const known = new Set(
      this.#db
        .all<{ id: string; key: string }>(
          sql`SELECT id, item || ' ' || coder || ' ' || at || ' ' || text AS key FROM review_thread`,
        )
        .flatMap(({ id, key }) => [id, key]),
    )
    const idFor = this.#idsOf(
      'review_thread',
      messages.map(({ ref }) => ref),
    )
    for (const message of messages) {
      const item = items.get(message.item)
      const coder = this.coder(message.coder)
      if (item === undefined || known.has(message.ref)) continue
      if (known.has(`${item} ${coder} ${message.at} ${message.text}`)) continue
      this.#out.messages.push({ ...message, ref: idFor(message.ref), item, coder })
    }
  }

  /** What each of these is here. `numbers`: places in the round that are taken. */
  #items(round: string, items: readonly IncomingItem[], numbers: Set<number>): Map<Ref, string> {
    const idFor = this.#idsOf(
      'review_item',
      items.map(({ ref }) => ref),
    )
    const ids = new Map<Ref, string>()
    for (const item of items) {
      const id = idFor(item.ref)
      ids.set(item.ref, id)
      let { number } = item
      while (numbers.has(number)) number = Math.max(...numbers) + 1
      numbers.add(number)
      this.#out.items.push({ ...item, ref: id, number, round, text: this.#versionOf(item) })
    }
    return ids
  }

  /** The version of the text that an excerpt counts in, as it is numbered here; 0: none of them. */
  #versionOf({ document, text }: IncomingItem): number {
    const target = this.#targets().get(document)
    if (!target || text === null) return 0
    const { earlier = [] } = target.prepared.document
    if (text === earlier.length)
      return target.texts.areSame
        ? (this.#db.pluck<number>(sql`SELECT text_version FROM source WHERE id = ${target.id}`)[0] ?? 1)
        : 0
    if (!target.isNew) return 0
    return (
      this.#db.pluck<number>(
        sql`SELECT version FROM source_version WHERE source = ${target.id} AND number = ${text + 1}`,
      )[0] ?? 0
    )
  }

  #byId: ReadonlyMap<string, NonNullable<ReturnType<Union['documents']['get']>>> | null = null
  #targets() {
    return (this.#byId ??= new Map([...this.#union.documents.values()].map((target) => [target.id as string, target])))
  }

  #idsOf(table: Parameters<typeof idsFor>[1], refs: readonly Ref[]): (ref: Ref) => string {
    return idsFor<string>(this.#db, table, refs)
  }

  #clash(kind: Union['clashes'][number]['kind'], on: string, stays: string, leaves: string): void {
    this.#union.clashes.push({ kind, on, stays, leaves })
  }

  #sizes(): string {
    return JSON.stringify(Object.values(this.#out).map((list) => list.length))
  }
  #rewind(sizes: string): void {
    for (const [at, length] of (JSON.parse(sizes) as number[]).entries()) Object.values(this.#out)[at]!.length = length
  }
}

interface AnswerHere {
  readonly reply: string
  readonly id: string
  readonly item: string
  readonly chosen: string | null
  readonly comment: string
  readonly place: string
}

const isDecided = (state: ProposalState): boolean => state === 'accepted' || state === 'kept' || state === 'discussed'

/** A code that has another id here says by which replies may call it. */
function withFormerIds(codebook: string, theirs: string): string {
  if (codebook === theirs) return codebook
  const former = JSON.parse(theirs) as readonly FrozenCode[]
  const codes = JSON.parse(codebook) as readonly FrozenCode[]
  return JSON.stringify(
    codes.map((code, at) => {
      const was = former[at]?.id
      return was === undefined || was === code.id ? code : { ...code, formerIds: [...(code.formerIds ?? []), was] }
    }),
  )
}
