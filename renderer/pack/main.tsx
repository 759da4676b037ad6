/** The page of a review pack: a window of its own, which knows no archive and no host. */
import { createRoot } from 'react-dom/client'
import { applySettings } from '../settings.ts'
import '../styles/fonts.css'
import '../styles/tokens.css'
import '../styles/base.css'
import '../parts/parts.css'
import '../review-card/review-card.css'
import './pack.css'
import { PackApp } from './pack-app.tsx'

applySettings()

// The excerpts stand behind this script: when the page is read to its end they are all there, or the file is not whole.
addEventListener('DOMContentLoaded', () => {
  const root = document.getElementById('root')
  const sealed = document.getElementById('sealed')?.textContent.trim() ?? ''
  if (root) createRoot(root).render(<PackApp sealed={sealed} />)
})
