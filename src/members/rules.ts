// Standing, membership and reach: the words; and how a name is kept.

export const membershipKinds = ['home', 'receiving'] as const
export const standings = ['full', 'probationary', 'candidate', 'activist', 'applicant'] as const
export type Standing = (typeof standings)[number]
export const reachStates = ['reachable', 'neverStarted', 'blocked'] as const
export type Reach = (typeof reachStates)[number]

const nameGraphemes = 64
const graphemes = new Intl.Segmenter('zh')

/** Whether somebody of that standing is expected at the branch's sessions; others may sit in. */
export function isExpected(standing: Standing): boolean {
  return standing === 'full' || standing === 'probationary'
}

/** A name without what cannot be seen, with single spaces, at most 64 characters as people count. */
export function cleanName(text: string): string {
  const visible = text
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/(\p{M}{3})\p{M}+/gu, '$1')
    .trim()
  return firstGraphemes(visible, nameGraphemes).trim()
}

/** The name as it is compared: how it was typed does not matter. */
export function evenedName(name: string): string {
  return cleanName(name.normalize('NFKC'))
    .toLowerCase()
    .replace(/[\s·•・‧∙.]/g, '')
}

/** At most `count` characters as people count them, and at most `room` as Telegram counts them. */
export function firstGraphemes(text: string, count: number, room = Infinity): string {
  return [...graphemes.segment(text)]
    .slice(0, count)
    .filter(({ index, segment }) => index + segment.length <= room)
    .map(({ segment }) => segment)
    .join('')
}
