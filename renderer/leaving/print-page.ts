/**
 * What the gate let out, on paper. The window itself prints one sentence (`leaving.css`): whatever else stands on
 * the screen has passed no gate. A page that was exported is put into a frame of its own and printed from there.
 */

/** `html`: a whole page without scripts, as an export makes it. */
export async function printPage(html: string): Promise<void> {
  const frame = document.createElement('iframe')
  frame.className = 'print-frame'
  frame.setAttribute('aria-hidden', 'true')
  frame.tabIndex = -1
  // Nothing in it runs; it may ask for the system's dialog.
  frame.setAttribute('sandbox', 'allow-same-origin allow-modals')
  const loaded = new Promise<void>((resolve) => {
    frame.addEventListener('load', () => resolve(), { once: true })
  })
  frame.srcdoc = html
  document.body.append(frame)
  await loaded
  const paper = frame.contentWindow
  paper?.addEventListener('afterprint', () => frame.remove(), { once: true })
  paper?.print()
}
