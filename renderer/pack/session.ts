/** An opened pack: the excerpts, what has been said on them so far, and the reply that it makes. */
import type { ReviewItemId } from '../../schema/ids.ts'
import {
  questionsOf,
  type PackCode,
  type PackExcerpt,
  type ReplyItem,
  type ReviewPack,
  type ReviewReply,
} from '../../schema/review-pack.ts'
import type { CodeId } from '../../schema/ids.ts'
import { deriveKeys, openPack, openReply, readHeader, sealReply } from '../../schema/sealed.ts'
import { fromBase64, type Bytes } from '../../schema/sealed-bytes.ts'
import type { SealedFault } from '../../schema/sealed-fault.ts'
import { Observable } from '../observable.ts'
import {
  draftOf,
  emptyDraft,
  hasSomething,
  replyItemOf,
  stepped,
  united,
  type Draft,
  type Drafts,
  type Step,
} from '../review-card/draft.ts'
import { PackCodeFinder } from '../review-card/find-pack-code.ts'
import { ProgressKeeper, type Answers, type Progress } from './progress.ts'

const now = () => new Date().toISOString()

/** Opens what the page holds. `performance` notes when the key was there: from then on opening is this page's work. */
export async function openSession(sealed: string, passphrase: string): Promise<Session | SealedFault> {
  const file = fromBase64(sealed)
  if (file === null) return { kind: 'sealed-altered' }
  const header = await readHeader(file)
  if (!header.ok) return header.fault
  const keys = await deriveKeys(passphrase, header.value.salt, header.value.rounds)
  performance.mark('key-derived')
  const opened = await openPack(file, keys)
  if (!opened.ok) return opened.fault
  const pack = opened.value as ReviewPack // authenticated: the archive wrote it
  const keeper = new ProgressKeeper(pack.round, keys)
  return new Session(pack, keeper, await keeper.read())
}

export class Session {
  readonly pack: ReviewPack
  readonly codes: ReadonlyMap<CodeId, PackCode>
  readonly finder: PackCodeFinder
  readonly drafts: Observable<Drafts>
  readonly advisor: Observable<string>
  /** The excerpt in hand; null before the first. */
  readonly item: Observable<ReviewItemId | null>
  readonly savedAt: Observable<string | null>
  readonly answers: Observable<Answers>
  readonly keeper: ProgressKeeper
  readonly #startedAt: string

  constructor(pack: ReviewPack, keeper: ProgressKeeper, kept: Progress | null) {
    this.pack = pack
    this.keeper = keeper
    this.codes = new Map(pack.codes.map((code) => [code.id, code]))
    this.finder = new PackCodeFinder(pack.codes)
    this.drafts = new Observable<Drafts>(new Map(kept?.drafts))
    this.advisor = new Observable(kept?.advisor ?? '')
    this.item = new Observable(kept?.item ?? null)
    this.savedAt = new Observable(kept?.savedAt ?? null)
    this.answers = new Observable<Answers>(kept?.answers ?? { texts: [], at: '' })
    this.#startedAt = kept?.startedAt ?? now()
    keeper.watch(({ drafts, answers }) => {
      this.drafts.set(united(this.drafts.value, new Map(drafts)))
      this.#takeAnswers(answers)
    })
    for (const each of [this.drafts, this.advisor, this.item, this.savedAt, this.answers]) each.watch(this.#keep)
  }

  draft(item: ReviewItemId): Draft {
    return this.drafts.value.get(item) ?? emptyDraft
  }

  take(item: ReviewItemId, step: Step): void {
    const draft = this.draft(item)
    const after = stepped(draft, step, now())
    if (after !== draft) this.drafts.set(new Map(this.drafts.value).set(item, after))
  }

  /** Something was said after the reply was last saved. */
  get isUnsaved(): boolean {
    const saved = this.savedAt.value ?? ''
    return this.answers.value.at > saved || [...this.drafts.value.values()].some((draft) => draft.at > saved)
  }

  /** The reply's bytes: decisions only, sealed and signed with the round's own keys. */
  async reply(): Promise<Bytes> {
    const items = this.pack.excerpts.flatMap((excerpt): ReplyItem[] => {
      const draft = this.draft(excerpt.item)
      return hasSomething(draft) ? [replyItemOf(excerpt, draft)] : []
    })
    const savedAt = now()
    const reply: ReviewReply = {
      version: 1,
      round: this.pack.round,
      advisor: this.advisor.value.trim(),
      startedAt: this.#startedAt,
      savedAt,
      answers: questionsOf(this.pack.questions).map((_, index) => (this.answers.value.texts[index] ?? '').trim()),
      items,
    }
    const file = await sealReply(this.pack.round, reply, this.pack.reply)
    this.savedAt.set(savedAt)
    return file
  }

  /** Goes on from a reply saved earlier, also on another computer; answers how many excerpts it had, or why not. */
  async goOnFrom(file: Bytes): Promise<number | SealedFault> {
    const opened = await openReply(file, this.pack.reply, this.pack.round)
    if (!opened.ok) return opened.fault
    const reply = opened.value as ReviewReply // signed with the round's key: one of its packs wrote it
    const byItem = new Map(reply.items.map((item) => [item.item, item]))
    const theirs = this.pack.excerpts.flatMap((excerpt: PackExcerpt): [ReviewItemId, Draft][] => {
      const item = byItem.get(excerpt.item)
      return item ? [[excerpt.item, draftOf(this.pack, excerpt, item)]] : []
    })
    this.drafts.set(united(this.drafts.value, new Map(theirs)))
    if (reply.answers.some((text) => text !== '')) this.#takeAnswers({ texts: reply.answers, at: reply.savedAt })
    if (this.advisor.value.trim() === '') this.advisor.set(reply.advisor)
    return theirs.length
  }

  /** To the question with this number, from 0. */
  answer(index: number, text: string): void {
    const texts = questionsOf(this.pack.questions).map((_, each) =>
      each === index ? text : (this.answers.value.texts[each] ?? ''),
    )
    this.answers.set({ texts, at: now() })
  }

  /** The later of the two. */
  #takeAnswers(answers: Answers): void {
    if (answers.at > this.answers.value.at) this.answers.set(answers)
  }

  readonly #keep = (): void => {
    this.keeper.keep({
      advisor: this.advisor.value,
      startedAt: this.#startedAt,
      savedAt: this.savedAt.value,
      item: this.item.value,
      answers: this.answers.value,
      drafts: [...this.drafts.value],
    })
  }
}
