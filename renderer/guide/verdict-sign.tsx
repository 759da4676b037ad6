/** The signs of the grid: each has a shape of its own, so that no colour is needed to tell them apart. */
import type { Verdict } from '../../schema/guide.ts'

const shapes: Readonly<Record<Verdict, React.ReactNode>> = {
  answered: <circle cx="8" cy="8" r="5.5" fill="currentColor" />,
  partly: (
    <>
      <circle cx="8" cy="8" r="5" />
      <path d="M8 3a5 5 0 0 1 0 10z" fill="currentColor" />
    </>
  ),
  declined: <path d="M4 4l8 8M12 4l-8 8" strokeWidth="2" />,
  'no-answer': <circle cx="8" cy="8" r="5" />,
  'not-asked': <path d="M5 8h6" />,
}

export function VerdictSign({ verdict }: { readonly verdict: Verdict }) {
  return (
    <svg
      className={`verdict verdict-${verdict}`}
      viewBox="0 0 16 16"
      width="14"
      height="14"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      aria-hidden="true"
    >
      {shapes[verdict]}
    </svg>
  )
}
