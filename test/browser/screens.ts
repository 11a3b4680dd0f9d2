// The screens the page is looked at on.

import type { Look } from './visitor.ts'

const wide = { width: 1280, height: 800 }
const phone = { width: 390, height: 844 }

export const looks: readonly Look[] = [
  { ...wide, theme: 'light' },
  { ...wide, theme: 'dark' },
  { ...phone, theme: 'light' },
  { ...phone, theme: 'dark' },
]
