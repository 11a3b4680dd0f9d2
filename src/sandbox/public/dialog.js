// Questions and alerts: the browser's own dialog keeps the focus inside and gives it back.

import { h } from './element.js'

/**
 * @param {string} text
 * @param {string} [title]
 */
export function notice(text, title) {
  return asked({ title, text, buttons: [{ label: '好', value: 'yes', style: 'primary' }] })
}

/**
 * @param {{ title: string, text: string, yes: string, isDangerous?: boolean }} question
 * @returns {Promise<boolean>}
 */
export async function confirmed({ title, text, yes, isDangerous = false }) {
  const style = isDangerous ? 'danger' : 'primary'
  const buttons = [
    { label: '取消', value: '', style: 'plain' },
    { label: yes, value: 'yes', style },
  ]
  return (await asked({ title, text, buttons })) === 'yes'
}

/**
 * @param {{ title: string | undefined, text: string, buttons: { label: string, value: string, style: string }[] }} content
 * @returns {Promise<string>} the value of the pressed button, empty when closed otherwise
 */
function asked({ title, text, buttons }) {
  const row = buttons.map(({ label, value, style }, at) =>
    h(
      'button',
      { value, class: `text-button ${style}`, autofocus: at === buttons.length - 1 },
      label,
    ),
  )
  const dialog = h(
    'dialog',
    { class: 'dialog', 'aria-label': title ?? '提示' },
    h(
      'form',
      { method: 'dialog' },
      title ? h('h2', {}, title) : null,
      h('p', {}, text),
      h('div', { class: 'dialog-buttons' }, ...row),
    ),
  )
  document.body.append(dialog)
  dialog.showModal()
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove()
      resolve(dialog.returnValue)
    })
  })
}
