// Changes a list in place: what did not change keeps its element, its focus and its scroll.

/**
 * One entry of a list: `sign` says everything that is drawn, so that equal signs need no drawing.
 * @typedef {{ key: string, sign: string, build: () => HTMLElement }} Entry
 */

/** @type {WeakMap<Element, string>} */
const signs = new WeakMap()

/**
 * @param {HTMLElement} parent
 * @param {Entry[]} entries
 */
export function reconcile(parent, entries) {
  const known = new Map([...parent.children].map((child) => [keyOf(child), child]))
  /** @type {Element | null} */
  let next = parent.firstElementChild
  for (const entry of entries) {
    const node = current(known.get(entry.key), entry)
    known.delete(entry.key)
    if (next && next.parentElement !== parent) next = node
    if (node === next) next = node.nextElementSibling
    else parent.insertBefore(node, next)
  }
  for (const gone of known.values()) gone.remove()
}

/**
 * @param {Element | undefined} old
 * @param {Entry} entry
 */
function current(old, { key, sign, build }) {
  if (old && signs.get(old) === sign) return old
  const fresh = build()
  fresh.dataset.key = key
  signs.set(fresh, sign)
  if (old) exchange(old, fresh)
  return fresh
}

/**
 * @param {Element} old
 * @param {HTMLElement} fresh
 */
function exchange(old, fresh) {
  const active = old.contains(document.activeElement) ? document.activeElement : null
  const spot = active instanceof HTMLElement ? active.dataset.spot : undefined
  fresh.dataset.changed = ''
  old.replaceWith(fresh)
  if (!active) return
  const again = [...fresh.querySelectorAll('[data-spot]')].find(
    (element) => element instanceof HTMLElement && element.dataset.spot === spot,
  )
  const target = again instanceof HTMLElement ? again : fresh
  target.focus({ preventScroll: true })
}

/** @param {Element} element */
function keyOf(element) {
  return element instanceof HTMLElement ? (element.dataset.key ?? '') : ''
}
