import { useWords } from '../words.ts'

/** Paul Tol's muted scheme and a near-black: told apart by most eyes, in print too. */
const swatches = [
  '#332288',
  '#88CCEE',
  '#44AA99',
  '#117733',
  '#999933',
  '#DDCC77',
  '#CC6677',
  '#882255',
  '#AA4499',
  '#444444',
]

export function Colours({ value, onChange }: { readonly value: string; readonly onChange: (colour: string) => void }) {
  const words = useWords()
  const isOwn = !swatches.some((swatch) => swatch.toLowerCase() === value.toLowerCase())
  return (
    <fieldset className="colours">
      <legend className="field-label">{words.codebook.colour}</legend>
      {swatches.map((swatch) => (
        <button
          key={swatch}
          type="button"
          className="colour"
          style={{ background: swatch }}
          aria-label={swatch}
          aria-pressed={swatch.toLowerCase() === value.toLowerCase()}
          onClick={() => onChange(swatch)}
        />
      ))}
      <label
        className={`colour colour-own${isOwn ? ' is-own' : ''}`}
        style={isOwn ? { background: value } : undefined}
        title={words.codebook.otherColour}
      >
        <input
          type="color"
          aria-label={words.codebook.otherColour}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      </label>
    </fieldset>
  )
}
