/** The questions of the guide that the usual codebook is drawn from, in several wordings of two languages. */
import { z } from 'zod'
import type { GuideWording } from '../../../schema/guide.ts'
import written from './questions.json' with { type: 'json' }

const words = z.array(z.string().min(1)).min(1)
const guideQuestion = z.object({ number: z.string().regex(/^\d$/), name: z.string().min(1), en: words, ru: words })

export interface UsualQuestion {
  /** The key of its family as well. */
  readonly number: string
  readonly name: string
  readonly wordings: readonly GuideWording[]
}

/** In the order in which they are asked. */
export function usualQuestions(): readonly UsualQuestion[] {
  return z
    .array(guideQuestion)
    .parse(written.questions)
    .map(({ number, name, en, ru }) => ({
      number,
      name,
      wordings: [
        ...en.map((each) => ({ language: 'en' as const, words: each })),
        ...ru.map((each) => ({ language: 'ru' as const, words: each })),
      ],
    }))
}
