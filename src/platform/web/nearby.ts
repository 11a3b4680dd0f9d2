// How this machine reaches what listens on an address of its own.

/** `host` as a name under which this machine reaches itself. */
export function nearby(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}
