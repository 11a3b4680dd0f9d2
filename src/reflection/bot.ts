// Doors of the reflection: write it, hand it in, read it again, change it, take it back.

import { goneText } from '../attendance/messages/refusals.ts'
import { html } from '../kernel/html.ts'
import type { OrganisationId } from '../kernel/ids.ts'
import type { MonthKey } from '../kernel/month.ts'
import { askToClaim } from '../members/actions/asking.ts'
import type { ButtonCodec } from '../platform/telegram/callback.ts'
import {
  button,
  command,
  type Door,
  formStep,
  type Reply,
  type Turn,
} from '../platform/telegram/door.ts'
import { isAhead, isEditable, monthToWrite } from './actions/assignment.ts'
import { type Author, begin, collect, discard, listen } from './actions/collecting.ts'
import { submit, withdraw } from './actions/submitting.ts'
import {
  discardButton,
  lookButton,
  reflectForm,
  rewriteButton,
  submitButton,
  withdrawButton,
  writeButton,
} from './buttons.ts'
import { discarded, receipt, rewriting, wholeText, withdrawn } from './messages.ts'
import { reflectionOf } from './store.ts'

interface Which {
  branch: OrganisationId
  month: MonthKey
}

export const reflectionDoors: readonly Door[] = [
  command('reflect', { describes: '交学习体会', words: ['体会', '心得'], run: written }),
  formStep(reflectForm, (turn) => byAuthor(turn, turn.data, (author) => heard(turn, author))),
  ofAuthor(writeButton, ({ w }, author) => ({ show: [begin(w, author)] })),
  ofAuthor(submitButton, submitted),
  ofAuthor(discardButton, thrownAway),
  ofAuthor(lookButton, ({ w }, author) => {
    const handedIn = reflectionOf(w, author)
    return handedIn ? { show: wholeText(author, handedIn) } : { toast: nothingThere }
  }),
  ofAuthor(rewriteButton, ({ w }, author) => {
    if (!isEditable(w, author)) return { toast: unchangeable(w, author) }
    listen(w, author)
    return { show: [rewriting(author)] }
  }),
  ofAuthor(withdrawButton, ({ w, who }, author) =>
    withdraw(w, who, author) ? { edit: withdrawn(author) } : { toast: unchangeable(w, author) },
  ),
]

const nothingHandedIn = '现在没有交上来的体会。想写的时候发“体会”就行。'
const stillCounts = '交上来的那篇照样算数 ✅'
const nothingThere = '还没收到内容，先发给我，再点“提交”。'
const settled = '已经过了可以修改的时间，交上来的那篇照样算数。'

function written(turn: Turn<{ args: string }>): Reply {
  const { w, who, data, said } = turn
  const { branch, person } = who
  if (branch === undefined) {
    return { show: [{ text: html`我还不知道您是哪个支部的。请先在支部群里点一下“认领身份”。` }] }
  }
  const month = person === undefined ? '' : monthToWrite(w, { branch, person })
  return byAuthor(turn, { branch, month }, (author) =>
    data.args && said.kind === 'text'
      ? heard({ ...turn, said: { kind: 'text', text: data.args } }, author)
      : { show: [begin(w, author)] },
  )
}

function heard({ w, said }: Pick<Turn<unknown>, 'w' | 'said'>, author: Author): Reply {
  const trouble = collect(w, author, said)
  return trouble ? { show: [trouble] } : {}
}

function submitted({ w, who }: Turn<Which>, author: Author): Reply {
  const outcome = submit(w, who, author)
  if (outcome.ok) return { edit: receipt(author, outcome.reflection, isEditable(w, author)) }
  if (outcome.reason === 'settled') return { toast: settled }
  const handedIn = reflectionOf(w, author)
  if (!handedIn) return { toast: nothingThere }
  return { toast: '已经收到了 ✅', edit: receipt(author, handedIn, isEditable(w, author)) }
}

function thrownAway({ w }: Turn<Which>, author: Author): Reply {
  discard(w, author)
  const handedIn = reflectionOf(w, author)
  if (!handedIn) return { edit: discarded(author.month) }
  return { toast: stillCounts, edit: receipt(author, handedIn, isEditable(w, author)) }
}

function unchangeable(w: Turn<Which>['w'], author: Author): string {
  return reflectionOf(w, author) ? settled : nothingHandedIn
}

/** A button that only somebody on the branch's roster may press. */
function ofAuthor(
  codec: ButtonCodec<Which>,
  run: (turn: Turn<Which>, author: Author) => Reply,
): Door {
  return button(codec, (turn) => {
    const { w, data } = turn
    if (isAhead(w, data)) return { toast: goneText }
    return byAuthor(turn, data, (author) => run(turn, author))
  })
}

function byAuthor(turn: Turn<unknown>, which: Which, run: (author: Author) => Reply): Reply {
  const { w, who } = turn
  const { account, person, memberOf } = who
  if (person !== undefined && memberOf.includes(which.branch)) {
    return run({ ...which, account, person })
  }
  return askToClaim(w, who, which.branch, 'do_reflect')
}
