// Doors through which a training is written: a sentence, an answer, the buttons of the card.

import { goneText } from '../../attendance/messages/refusals.ts'
import { dayOn } from '../../kernel/time.ts'
import type { ButtonCodec } from '../../platform/telegram/callback.ts'
import {
  button,
  command,
  type Door,
  formStep,
  type Reply,
  type Turn,
} from '../../platform/telegram/door.ts'
import { closeForm } from '../../platform/telegram/form.ts'
import { sessionById, zoneOf } from '../../sessions/store.ts'
import { announce } from '../actions/announcing.ts'
import { ask, blank, cardFacts, choose, hear, lay, onTable, written } from '../actions/writing.ts'
import {
  backToCardButton,
  changeButton,
  dayButton,
  dropButton,
  fillDraftButton,
  newTrainingButton,
  newTrainingForm,
  publishButton,
} from '../buttons.ts'
import { dropped, notAnnounced, textPlease, usedEcho } from '../messages/writing.ts'
import { isFinished, type Unfinished } from '../rules/sentence.ts'
import { forManager, officeText } from './access.ts'

export const writingDoors: readonly Door[] = [
  command('newtraining', {
    describes: '新建集中培训',
    words: ['新建培训'],
    needs: 'session.manage',
    run: ({ w, who, data: { args } }) =>
      forManager({ w, who }, who.branch, (branch) => {
        const state = blank(w, branch)
        const { account } = who
        return { show: [args ? hear(w, account, state, args) : ask(w, account, state)] }
      }),
  }),
  button(newTrainingButton, ({ w, who, data }) =>
    forManager({ w, who }, data.branch, (branch) => ({
      show: [ask(w, who.account, blank(w, branch))],
    })),
  ),
  button(fillDraftButton, ({ w, who, data }) => {
    const session = sessionById(w, data.session)
    if (session?.state !== 'draft') return { toast: goneText }
    return forManager({ w, who }, session.branch, () => ({
      show: [ask(w, who.account, written(session))],
    }))
  }),
  formStep(newTrainingForm, ({ w, who, data, said }) => ({
    show: [said.kind === 'text' ? hear(w, who.account, data, said.text) : textPlease(data)],
  })),
  onCard(changeButton, ({ w, who, data }, state) => {
    const day = isFinished(state) ? dayOn(state.startsAt, zoneOf(w, state.branch)) : undefined
    return { edit: ask(w, who.account, { ...state, asks: data.what, day }) }
  }),
  onCard(backToCardButton, ({ w, who }, state) => ({ edit: lay(w, who.account, state) })),
  onCard(dayButton, ({ w, who, data }, state) => ({
    edit: choose(w, who.account, state, data.day),
  })),
  onCard(dropButton, ({ w, who }) => {
    closeForm(w, who.account)
    return { edit: dropped }
  }),
  onCard(publishButton, published),
]

/** A button of the form's newest message; older ones do nothing. */
function onCard<Data extends { stamp: number }>(
  codec: ButtonCodec<Data>,
  run: (turn: Turn<Data>, state: Unfinished) => Reply,
): Door {
  return button(codec, (turn) => {
    const state = onTable(turn.w, turn.who.account, turn.data.stamp)
    return state ? run(turn, state) : { toast: goneText }
  })
}

function published(turn: Turn<unknown>, state: Unfinished): Reply {
  const { w, who } = turn
  if (!isFinished(state)) return { edit: ask(w, who.account, state) }
  const facts = cardFacts(w, state)
  const announced = announce(w, who, state)
  if (!announced.ok)
    return { alert: notAnnounced(announced.reason, officeText(turn, state.branch)) }
  closeForm(w, who.account)
  return { edit: usedEcho(facts) }
}
