// Copies text, also where the page has no secure context.

import { toast } from './toast.js'

/**
 * @param {string} text
 * @param {string} [said] what the toast says
 */
export async function copy(text, said = '已复制') {
  const done = await modern(text).catch(() => byHand(text))
  toast(done ? said : '浏览器不让复制，请选中后按 Ctrl+C。')
}

/** @param {string} text */
async function modern(text) {
  await navigator.clipboard.writeText(text)
  return true
}

/** @param {string} text */
function byHand(text) {
  const field = document.createElement('textarea')
  field.value = text
  field.className = 'unseen'
  document.body.append(field)
  field.select()
  const done = document.execCommand('copy')
  field.remove()
  return done
}
