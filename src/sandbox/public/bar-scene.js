// Where the play stands: what the others do, which scene, and back to its beginning.

import { undisturbed } from './actions.js'
import { tell } from './api.js'
import { confirmed } from './dialog.js'
import { h } from './element.js'
import { icon } from './icons.js'
import { openMenu } from './popover.js'
import { draws, state } from './store.js'
import { toast } from './toast.js'

/** @typedef {'blank' | 'month'} Scene */

const scenes = /** @type {const} */ ({ blank: '空白', month: '一个月之后' })
const notes = {
  blank: '刚刚拉好群，什么都还没有',
  month: '已经用了一个月：培训、签到、体会都有',
}

export function sceneControls() {
  return [othersButton(), sceneButton(), resetButton()]
}

function othersButton() {
  const button = h('button', { type: 'button', class: 'pill-button', onclick: () => void ask() })
  button.append(icon('people'), h('span', {}, '让其余同志回应'))
  draws(() => {
    button.disabled = state.busy !== undefined
  })
  async function ask() {
    const answer = await undisturbed('同志们在回应…', () => tell('others', {}))
    if (answer?.did) toast(answer.did)
  }
  return button
}

function sceneButton() {
  const label = h('span', {})
  const button = h(
    'button',
    {
      type: 'button',
      class: 'pill-button',
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      onclick: () => openMenu(button, '选择场景', choices()),
    },
    label,
    icon('down'),
  )
  draws(() => {
    const scene = scenes[state.tour?.scene ?? 'blank']
    label.textContent = scene
    button.setAttribute('aria-label', `场景：${scene}`)
  })
  return button
}

function choices() {
  return /** @type {Scene[]} */ (Object.keys(scenes)).map((scene) => ({
    label: scenes[scene],
    note: notes[scene],
    isChosen: scene === state.tour?.scene,
    pick: () => void begin(scene),
  }))
}

function resetButton() {
  return h(
    'button',
    {
      type: 'button',
      class: 'pill-button',
      onclick: () => void begin(state.tour?.scene ?? 'blank'),
    },
    icon('reset'),
    h('span', {}, '重置'),
  )
}

/** @param {Scene} scene */
async function begin(scene) {
  const sure = await confirmed({
    title: '重新开始',
    text: `回到「${scenes[scene]}」的开头，现在的演示内容都会清空。`,
    yes: '重新开始',
    isDangerous: true,
  })
  if (!sure) return
  await undisturbed('正在布置场景…', () => tell('reset', { scene }))
}
