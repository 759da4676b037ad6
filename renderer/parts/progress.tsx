/** How far long work has come. `share` between 0 and 1; null while that is not known. */
export function ProgressBar({ label, share }: { readonly label: string; readonly share: number | null }) {
  return (
    <div
      className={`progress${share === null ? ' progress-unknown' : ''}`}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(share === null ? {} : { 'aria-valuenow': Math.round(share * 100) })}
    >
      <div style={share === null ? undefined : { transform: `scaleX(${share})` }} />
    </div>
  )
}
