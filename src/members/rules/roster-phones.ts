// Phones as they are typed: of a mobile only the last four digits are kept.

export interface PhonesRead {
  tail?: string
  flaw?: 'paddedTail' | 'oddPhone' | 'twoPhones'
  hasId: boolean
}

const idNumbers = /(?<!\d)(?!00861)(?:\d{17}[\dXx]|\d{15}|\d{6}[ -]\d{8}[ -]\d{3}[\dXx])(?!\d)/g
const mobiles = /(?<!\d)(?:(?:\+|00)?86[ -]?)?1(?:[ .-]?\d){10}(?!\d)/g
/** 138****6281, as careful people pass it on. */
const covered = /(?<![\d*xX])(?:1\d{2})?[*xX]{3,7}\d{4}(?!\d)/g
const abroad = /(?<!\d)\+(?!86)\d(?:[ -]?\d){7,14}(?!\d)/g
const landline = /^(?:\(?0\d{2,3}\)?[ -]?)?\d{7,8}(?:[ -]\d{1,5}|转\d{1,5})?$/
const longest = 500

/** ID numbers and mobiles taken out of a text, whatever stands around them. */
export function withoutNumbers(text: string): { text: string; tails: string[]; hasId: boolean } {
  const cut = text.slice(0, longest)
  const noId = cut.replace(idNumbers, ' ')
  const tails: string[] = []
  const keepTail = (number: string) => {
    tails.push(number.replace(/\D/g, '').slice(-4))
    return ' '
  }
  const rest = noId.replace(mobiles, keepTail).replace(abroad, keepTail).replace(covered, keepTail)
  return { text: rest, tails, hasId: noId !== cut }
}

/** What a cell of a phone column says; three digits or fewer are a tail only where tails are listed. */
export function phonesIn(cell: string, listsTails: boolean): PhonesRead {
  const { text, tails, hasId } = withoutNumbers(plain(cell.slice(0, longest).normalize('NFKC')))
  const [first, ...others] = new Set(tails)
  if (first) return { tail: first, hasId, ...(others.length > 0 && { flaw: 'twoPhones' }) }
  const numbers = [...new Set(text.match(/\d+/g))]
  const [number = ''] = numbers
  if (number === '' || landline.test(text.trim())) return { hasId }
  if (listsTails && numbers.length === 1 && number.length < 4) {
    return { tail: number.padStart(4, '0'), flaw: 'paddedTail', hasId }
  }
  // 2026-01-03 has four digits, too.
  if (numbers.some(({ length }) => length !== 4)) return { flaw: 'oddPhone', hasId }
  return { tail: number, hasId, ...(numbers.length > 1 && { flaw: 'twoPhones' }) }
}

/** Whether a cell is nothing but an ID number or another long one, such as a bank card. */
export function isIdNumber(cell: string): boolean {
  if (cell.length < 15 || cell.length > 30) return false
  const plainly = cell.normalize('NFKC').replace(/[\s']/g, '')
  return /^(?!00861)(?:\d{15,19}|\d{17}X|\d\.\d+E\+?1[4-8])$/i.test(plainly)
}

export function isLandline(word: string): boolean {
  return landline.test(word)
}

/** A number as programs write it: 13812346281.0 and 1.3812346281E+10 are the phone. */
function plain(text: string): string {
  const even = text.trim().replace(/\p{Cf}/gu, '')
  if (/^\d{1,15}\.0+$/.test(even)) return even.replace(/\..*/, '')
  return /^1\.\d{10}E\+?10$/i.test(even) ? String(Number(even)) : even.replace(/\s/g, ' ')
}
