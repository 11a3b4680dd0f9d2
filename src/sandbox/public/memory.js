// What the browser remembers over a refresh. A browser that refuses storage forgets, nothing more.

const prefix = 'zhijian.sandbox.'

/**
 * @param {string} name
 * @returns {string | undefined}
 */
export function recall(name) {
  try {
    return localStorage.getItem(prefix + name) ?? undefined
  } catch {
    return undefined
  }
}

/**
 * @param {string} name
 * @param {string | undefined} value undefined forgets
 */
export function remember(name, value) {
  try {
    if (value === undefined) localStorage.removeItem(prefix + name)
    else localStorage.setItem(prefix + name, value)
  } catch {
    // Private windows may refuse: the page works on without a memory.
  }
}

/**
 * Forgets everything under a name's beginning.
 * @param {string} beginning
 */
export function forget(beginning) {
  try {
    const names = Object.keys(localStorage)
    for (const name of names) {
      if (name.startsWith(prefix + beginning)) localStorage.removeItem(name)
    }
  } catch {
    // As above.
  }
}
