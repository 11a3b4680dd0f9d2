// Tells a failing database from a failing program.

/** Whether the database itself failed (disk full, locked, damaged), and not one of our own rules. */
export function isStorageError(error: unknown): boolean {
  // grammY's BotError wraps what a handler threw.
  const inner = (error as { error?: unknown }).error ?? error
  const code = (inner as { code?: unknown }).code
  return (
    typeof code === 'string' && code.startsWith('SQLITE_') && !code.startsWith('SQLITE_CONSTRAINT')
  )
}
