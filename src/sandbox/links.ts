// Deep links into a bot's private chat.

export interface StartLink {
  username: string
  payload: string | undefined
}

/** Reads `https://t.me/<bot>?start=<payload>` and `tg://resolve?domain=<bot>&start=<payload>`. */
export function startLink(address: string): StartLink | undefined {
  const full = /^t(?:elegram)?\.me\//.test(address) ? `https://${address}` : address
  if (!URL.canParse(full)) return undefined
  const url = new URL(full)
  const username =
    url.protocol === 'tg:' ? url.searchParams.get('domain') : usernameIn(url.hostname, url.pathname)
  if (!username) return undefined
  return { username, payload: url.searchParams.get('start') ?? undefined }
}

function usernameIn(host: string, path: string): string | undefined {
  if (host !== 't.me' && host !== 'telegram.me') return undefined
  return /^\/(\w+)\/?$/.exec(path)?.[1]
}
