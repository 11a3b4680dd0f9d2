// Light or dark: as the device says, until a person chooses. Loaded first, so that nothing flashes.

import { recall, remember } from './memory.js'

const dark = matchMedia('(prefers-color-scheme: dark)')

apply(recall('theme'))

/** @returns {'light' | 'dark'} */
export function theme() {
  const chosen = document.documentElement.dataset.theme
  if (chosen === 'light' || chosen === 'dark') return chosen
  return dark.matches ? 'dark' : 'light'
}

export function toggleTheme() {
  const chosen = theme() === 'dark' ? 'light' : 'dark'
  remember('theme', chosen)
  apply(chosen)
}

/** @param {string | undefined} chosen */
function apply(chosen) {
  if (chosen) document.documentElement.dataset.theme = chosen
}
