/** Acts done from the palette lately, newest first. Kept on the computer: acts only, nothing of an archive. */
import { recall, remember } from '../remembered.ts'

const most = 8

export function recentActs(): readonly string[] {
  return (recall('palette') ?? '').split(' ').filter((key) => key !== '')
}

export function rememberAct(key: string): void {
  remember('palette', [key, ...recentActs().filter((each) => each !== key)].slice(0, most).join(' '))
}
