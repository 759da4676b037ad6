import Database from 'better-sqlite3'

export interface AuditLine {
  readonly act: string
  readonly coder: string
  readonly facts: unknown
}

/** The audit log as it stands in the file, read past the archive's door. */
export function linesOfAudit(path: string): readonly AuditLine[] {
  const handle = new Database(path, { readonly: true })
  try {
    const lines = handle.prepare('SELECT act, coder, facts FROM audit ORDER BY seq').all() as {
      act: string
      coder: string
      facts: string
    }[]
    return lines.map((line) => ({ ...line, facts: JSON.parse(line.facts) as unknown }))
  } finally {
    handle.close()
  }
}
