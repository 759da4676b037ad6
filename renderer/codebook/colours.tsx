import { codeColours } from '../../schema/codebook.ts'
import { useWords } from '../words.ts'

export function Colours({ value, onChange }: { readonly value: string; readonly onChange: (colour: string) => void }) {
  const words = useWords()
  const isOwn = !codeColours.some((swatch) => swatch.toLowerCase() === value.toLowerCase())
  return (
    <fieldset className="colours">
      <legend className="field-label">{words.codebook.colour}</legend>
      {codeColours.map((swatch) => (
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
