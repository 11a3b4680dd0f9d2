// How grammY reaches the Bot API: address, proxy, patience.

import type { ApiClientOptions } from 'grammy'
import { HttpsProxyAgent } from 'https-proxy-agent'
import { SocksProxyAgent } from 'socks-proxy-agent'

export interface Reach {
  apiRoot: string
  /** `http://`, `https://` or `socks5://`; for Telegram only. */
  proxy?: string | undefined
  /** Replaces the network: the emulator in this very process. */
  fetch?: ApiClientOptions['fetch']
}

/** Seconds until a call is given up: a send, and a long poll of 25 seconds. */
export const patience = { sendSeconds: 30, pollSeconds: 40 }

/** Options for a grammY client with that patience. */
export function clientOptions(reach: Reach, timeoutSeconds: number): ApiClientOptions {
  const { apiRoot, proxy, fetch } = reach
  return {
    apiRoot,
    timeoutSeconds,
    ...(fetch && { fetch }),
    ...(proxy && { baseFetchConfig: { agent: agentOf(proxy), compress: true } }),
  }
}

/** What takes a connection through a proxy. */
export function agentOf(proxy: string): HttpsProxyAgent<string> | SocksProxyAgent {
  return proxy.startsWith('socks') ? new SocksProxyAgent(proxy) : new HttpsProxyAgent(proxy)
}
