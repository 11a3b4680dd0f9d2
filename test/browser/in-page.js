// Runs inside the page: counts taps and messages, measures presses, computes contrasts.

/** @typedef {{ taps: number, messages: number, files: number }} Effort */
/** @typedef {{ text: string, ratio: number, where: string }} Faint */
/** @typedef {[red: number, green: number, blue: number, alpha: number]} Colour */

const tapped = '.key, .reply-key, .wide-button, .log .link, .log .document'
/** @type {Effort} */
let effort = { taps: 0, messages: 0, files: 0 }
/** @type {number[]} */
const pressMs = []

addEventListener('click', countTap, { capture: true })
addEventListener('submit', countMessage, { capture: true })
addEventListener('change', countFile, { capture: true })
addEventListener('keydown', countEnter, { capture: true })
addEventListener('DOMContentLoaded', () => {
  new MutationObserver(measure).observe(document.body, { childList: true, subtree: true })
})

Object.assign(globalThis, {
  audit: {
    begin: () => {
      effort = { taps: 0, messages: 0, files: 0 }
    },
    effort: () => effort,
    pressMs: () => pressMs,
    faint,
    focusable,
    overflow,
    wrapped,
  },
})

/** @param {Event} event */
function countTap({ target }) {
  if (!(target instanceof Element)) return
  const control = target.closest(tapped)
  if (control) effort.taps += 1
  if (control?.matches('.key, .reply-key')) performance.mark('press')
}

/** @param {Event} event */
function countMessage({ target }) {
  if (target instanceof Element && target.matches('.composer')) countWritten()
}

/** @param {KeyboardEvent} event */
function countEnter({ target, key, shiftKey }) {
  if (key === 'Enter' && !shiftKey && target instanceof HTMLTextAreaElement) countWritten()
}

function countWritten() {
  const field = document.querySelector('.composer textarea')
  if (field instanceof HTMLTextAreaElement && field.value.trim() !== '') effort.messages += 1
}

/** @param {Event} event */
function countFile({ target }) {
  if (target instanceof HTMLInputElement && target.type === 'file') effort.files += 1
}

/** The first thing that appears after a press is its result. @param {MutationRecord[]} records */
function measure(records) {
  const hasCome = records.some(({ addedNodes }) => addedNodes.length > 0)
  if (!hasCome || performance.getEntriesByName('press').length === 0) return
  pressMs.push(performance.measure('result', 'press').duration)
  performance.clearMarks('press')
}

/**
 * Texts on the screen whose contrast is below the limit of WCAG AA.
 * @returns {Faint[]}
 */
function faint() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const found = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    if (!element || !node.nodeValue?.trim() || !isSeen(element)) continue
    const ratio = contrastOf(element)
    if (ratio < limitOf(element)) {
      found.push({ text: node.nodeValue.trim().slice(0, 20), ratio, where: element.className })
    }
  }
  return found
}

/** @param {Element} element */
function isSeen(element) {
  if (element.closest('.unseen, :disabled, noscript')) return false
  const { width, height } = element.getBoundingClientRect()
  return width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true })
}

/** Large text may be fainter. @param {Element} element */
function limitOf(element) {
  const { fontSize, fontWeight } = getComputedStyle(element)
  const size = Number.parseFloat(fontSize)
  return size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700) ? 3 : 4.5
}

/** @param {Element} element */
function contrastOf(element) {
  const grounds = groundsOf(element)
  const text = colourOf(getComputedStyle(element).color)
  return Math.min(...grounds.map((ground) => ratioOf(over(text, ground), ground)))
}

/**
 * What lies behind: of a gradient each of its colours.
 * @param {Element | null} element
 * @returns {Colour[]}
 */
function groundsOf(element) {
  if (!element) return [colourOf(getComputedStyle(document.body).backgroundColor)]
  const { backgroundColor, backgroundImage } = getComputedStyle(element)
  const stops = [...backgroundImage.matchAll(/(?:rgba?|color)\([^)]*\)/g)].map(([stop]) => stop)
  const colours = (stops.length > 0 ? stops : [backgroundColor]).map(colourOf)
  if (colours.every(([, , , alpha]) => alpha === 1)) return colours
  const behind = groundsOf(element.parentElement)
  return behind.flatMap((ground) => colours.map((colour) => over(colour, ground)))
}

/** @param {string} text @returns {Colour} */
function colourOf(text) {
  const isUnit = text.startsWith('color')
  const numbers = (text.match(/[\d.]+(?:e-?\d+)?/g) ?? []).map(Number)
  const [red = 0, green = 0, blue = 0, alpha = 1] = numbers
  const scale = isUnit ? 255 : 1
  return [red * scale, green * scale, blue * scale, alpha]
}

/** @param {Colour} top @param {Colour} below @returns {Colour} */
function over([red, green, blue, alpha], below) {
  const mix = (/** @type {number} */ value, /** @type {number} */ other) =>
    value * alpha + other * (1 - alpha)
  return [mix(red, below[0]), mix(green, below[1]), mix(blue, below[2]), 1]
}

/** @param {Colour} a @param {Colour} b */
function ratioOf(a, b) {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

/** @param {Colour} colour */
function luminance([red, green, blue]) {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((value) => {
    const part = value / 255
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** Names of what is wider than its place. */
function overflow() {
  const places = document.querySelectorAll('html, .bar, .bar-extra, .chats, .chat, .log, .tour')
  return [...places].flatMap((place) =>
    place.scrollWidth > place.clientWidth ? `${place.className || 'page'} overflows` : [],
  )
}

/** Labels of buttons that need a second line: Telegram would cut them off. */
function wrapped() {
  return [...document.querySelectorAll('.key-label, .reply-key')].flatMap((label) => {
    const range = document.createRange()
    range.selectNodeContents(label)
    const tops = new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom / 8)))
    return tops.size > 1 ? `too long for a button: ${label.textContent}` : []
  })
}

/** Marks every control that Tab must reach, and gives their names by their marks. */
function focusable() {
  const controls = document.querySelectorAll('button, a[href], textarea, summary, [tabindex="0"]')
  const reached = [...controls].filter(
    (control) =>
      control instanceof HTMLElement &&
      control.tabIndex >= 0 &&
      isSeen(control) &&
      !control.matches(':disabled'),
  )
  return Object.fromEntries(
    reached.map((control, at) => {
      control.setAttribute('data-tab', String(at))
      return [String(at), control.getAttribute('aria-label') ?? control.textContent ?? '']
    }),
  )
}
