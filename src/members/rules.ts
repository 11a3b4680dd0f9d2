// Standing, membership and reach: the words; and how a name is kept.

export const membershipKinds = ['home', 'receiving'] as const
export type MembershipKind = (typeof membershipKinds)[number]
export const standings = [
  'full',
  'probationary',
  'candidate',
  'activist',
  'applicant',
  'nonMember',
] as const
export type Standing = (typeof standings)[number]
/** Why somebody is not expected for a time; they are told of everything and may come. */
export const exemptionKinds = ['frail', 'sick', 'abroad', 'maternity', 'away', 'other'] as const
export type ExemptionKind = (typeof exemptionKinds)[number]
export const offerStates = ['open', 'accepted', 'declined', 'withdrawn'] as const
export type OfferState = (typeof offerStates)[number]
export const importStates = ['reading', 'read', 'imported', 'undone', 'dropped'] as const
export type ImportState = (typeof importStates)[number]
export const correctionStates = ['open', 'done', 'declined'] as const
export type CorrectionState = (typeof correctionStates)[number]
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
  // Segmenting is slow, and a short text cannot hold more than it is long.
  if (text.length <= Math.min(count, room)) return text
  return [...graphemes.segment(text)]
    .slice(0, count)
    .filter(({ index, segment }) => index + segment.length <= room)
    .map(({ segment }) => segment)
    .join('')
}
