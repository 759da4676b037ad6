import { readFileSync } from 'node:fs'

/**
 * The most memory that this process has taken, in megabytes. Linux: what `resourceUsage` says there begins with the
 * peak of whoever started the process, and a bench that has grown would hide it.
 */
export function peakNow(): number {
  const own = process.platform === 'linux' ? /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8')) : null
  return (own ? Number(own[1]) : process.resourceUsage().maxRSS) / 1024
}
