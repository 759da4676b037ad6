/** The interface's drawings: 16 units square, one line weight, in the colour of the words beside them. */
const paths = {
  documents: 'M3.5 2.5h6l3 3v8h-9zM9.5 2.5v3h3M5.5 8.5h5M5.5 11h5',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.3 10.3l3.2 3.2',
  reports: 'M2.5 13.5h11M4.5 11V8M8 11V3M11.5 11V5.5',
  reading: 'M2.5 3.5h4M2.5 6.5h4M2.5 9.5h4M2.5 12.5h2.5M9.5 3.5h4M9.5 6.5h4M9.5 9.5h4M9.5 12.5h2.5',
  table: 'M2.5 3h11v10h-11zM2.5 6.3h11M2.5 9.6h11M6.2 3v10',
  guide: 'M2.5 3.2h2v2h-2zM2.5 10.8h2v2h-2zM7 4.2h6.5M7 11.8h6.5M2.5 8h11',
  review: 'M3 2.5h10v11H3zM5.6 8.2l1.7 1.7 3.2-3.6',
  history: 'M3 5.5A5.5 5.5 0 1 1 2.5 8M3 2.5v3h3M8 5v3.2l2.2 1.3',
  settings: 'M2.5 4.5h5M11.5 4.5h2M9.5 3v3M2.5 11.5h2M8.5 11.5h5M6.5 10v3',
  import: 'M8 2.5v7M5 6.8 8 9.8l3-3M2.5 10.5v3h11v-3',
  export: 'M8 9.5v-7M5 5.2 8 2.2l3 3M2.5 10.5v3h11v-3',
  plus: 'M8 3.5v9M3.5 8h9',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  close: 'M4 4l8 8M12 4l-8 8',
  star: 'M8 2.3l1.75 3.6 3.95.55-2.87 2.77.7 3.93L8 11.3l-3.53 1.85.7-3.93L2.3 6.45l3.95-.55z',
  right: 'M6 3.5 10.5 8 6 12.5',
  down: 'M3.5 6 8 10.5 12.5 6',
  left: 'M10 3.5 5.5 8 10 12.5',
  up: 'M3.5 10 8 5.5 12.5 10',
  lock: 'M4 7.5h8v6H4zM5.8 7.5V5a2.2 2.2 0 0 1 4.4 0v2.5',
  unlocked: 'M4 7.5h8v6H4zM5.8 7.5V5a2.2 2.2 0 0 1 4.2-.9',
  memo: 'M3 3h10v7H8.5L5.5 13v-3H3zM5.5 5.5h5M5.5 7.5h3',
  trash: 'M3 4.5h10M6 4.5v-2h4v2M4.3 4.5l.6 9h6.2l.6-9M6.8 7v4M9.2 7v4',
  pencil: 'M3 13l.7-2.9 7-7 2.2 2.2-7 7zM9.2 4.6l2.2 2.2',
  copy: 'M5.5 5.5h8v8h-8zM3.5 10.5h-1v-8h8v1',
  undo: 'M3 6.5h6.5a3.5 3.5 0 1 1 0 7H6M3 6.5l3-3M3 6.5l3 3',
  redo: 'M13 6.5H6.5a3.5 3.5 0 1 0 0 7H10M13 6.5l-3-3M13 6.5l-3 3',
  minus: 'M3.5 8h9',
  rectangle: 'M4.5 4.5h7v7h-7zM3.2 3.2h2.6v2.6H3.2zM10.2 10.2h2.6v2.6h-2.6z',
  fit: 'M2.5 3v10M13.5 3v10M4.8 8h6.4M6.6 6.2 4.8 8l1.8 1.8M9.4 6.2 11.2 8 9.4 9.8',
  turn: 'M12.8 6.2A5 5 0 1 0 13 8.6M13 2.8v3.6H9.4',
  whole: 'M2.5 5.5v-3h3M10.5 2.5h3v3M13.5 10.5v3h-3M5.5 13.5h-3v-3',
  check: 'M3 8.5l3.2 3.2L13 4.8',
  warning: 'M8 2.5l6 11H2zM8 6.5v3.2M8 11.6v.01',
  paneLeft: 'M2.5 3h11v10h-11zM6 3v10',
  paneRight: 'M2.5 3h11v10h-11zM10 3v10',
  halves: 'M2.5 3h11v10h-11zM8 3v10',
  swap: 'M3 5.5h9.5M10 3l2.5 2.5L10 8M13 10.5H3.5M6 8l-2.5 2.5L6 13',
  link: 'M6.7 9.3l2.6-2.6M7.3 4.6l1-1a2.9 2.9 0 0 1 4.1 4.1l-1 1M8.7 11.4l-1 1a2.9 2.9 0 0 1-4.1-4.1l1-1',
  unlink: 'M7.3 4.6l1-1a2.9 2.9 0 0 1 4.1 4.1l-1 1M8.7 11.4l-1 1a2.9 2.9 0 0 1-4.1-4.1l1-1M3.5 3.5l9 9',
  pin: 'M5.5 2.5h5M6.5 2.5v4.2L4 9.5h8L9.5 6.7V2.5M8 9.5v4',
  sample: 'M2.5 6.5 8 3l5.5 3.5V13h-11zM6 13V9.5h4V13',
  funnel: 'M2.5 3.5h11L9.5 8.5v4l-3 1v-5z',
  sliders: 'M2.5 5h5M10.5 5h3M9 3.5v3M2.5 11h2M7.5 11h6M6 9.5v3',
  find: 'M2.5 4h11M2.5 8h4M2.5 12h4M11 11.3a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM12.4 10.8l1.6 1.7',
} as const

export type IconName = keyof typeof paths

/** Decoration beside words, or inside a button that has a name of its own. */
export function Icon({ name, filled = false }: { readonly name: IconName; readonly filled?: boolean }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      fill={filled ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth={name === 'more' ? 2.2 : 1.35}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={paths[name]} />
    </svg>
  )
}
