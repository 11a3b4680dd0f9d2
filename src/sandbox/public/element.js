// Makes elements. Text only ever becomes text: nothing here parses HTML.

/** @typedef {Node | string | false | null | undefined} Child */
/** @typedef {Record<string, unknown>} Attributes `onclick` and the like are listeners, the rest attributes. */

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Attributes} [attributes]
 * @param {Child[]} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) set(element, name, value)
  element.append(...present(children))
  return element
}

/**
 * @param {Element} element
 * @param {string} name
 * @param {unknown} value absent and false leave the attribute out
 */
function set(element, name, value) {
  if (value === undefined || value === null || value === false) return
  if (typeof value === 'function') {
    element.addEventListener(name.slice(2), /** @type {EventListener} */ (value))
    return
  }
  element.setAttribute(name, value === true ? '' : String(value))
}

/**
 * @param {Child[]} children
 * @returns {(Node | string)[]}
 */
function present(children) {
  return children.filter((child) => child !== false && child !== null && child !== undefined)
}

/**
 * A place of the page that index.html promises.
 * @param {string} id
 */
export function place(id) {
  const found = document.getElementById(id)
  if (!found) throw new Error(`index.html has no #${id}`)
  return found
}
