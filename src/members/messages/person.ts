// The card of one person, as those who keep the roster see it. Only in private.

import { type Html, html, joined } from '../../kernel/html.ts'
import type { Button, Message } from '../../kernel/message.ts'
import type { Day } from '../../kernel/time.ts'
import { offerToButton } from '../buttons/offices.ts'
import { alterButton, correctButton, noteButton, rosterButton } from '../buttons/person.ts'
import { unlinkButton } from '../buttons.ts'
import { spokenExemption, spokenOffice, spokenReach, spokenStanding } from '../messages.ts'
import type { What } from '../rules/change.ts'
import type { Span } from '../rules/membership.ts'
import type { ExemptionKind } from '../rules.ts'
import type { Exemption } from '../store/exemptions.ts'
import type { PersonFacts } from '../store/person.ts'
import { onDay } from './days.ts'
import { inRows } from './picking.ts'

/** What is kept about them, and what can be changed. */
export function personCard(facts: PersonFacts): Message {
  const { name, phoneTail, today } = facts
  const tail = phoneTail ? `尾号 ··${phoneTail.slice(-2)}` : '没有尾号'
  return {
    text: joined([
      html`<b>${name}</b>　${tail}`,
      placeLine(facts),
      standingLine(facts),
      facts.partyGroup && html`党小组：${facts.partyGroup.name}`,
      ...facts.exemptions.map((one) => exemptionLine(one, today)),
      accountLine(facts),
      facts.offices.length > 0
        ? html`职务：${facts.offices.map((office) => spokenOffice[office]).join('、')}`
        : undefined,
    ]),
    buttons: buttonsOf(facts),
  }
}

function placeLine({ place, membership, next, today, hasVote }: PersonFacts): Html {
  const from = onDay(membership.fromOn, today)
  const until = membership.untilOn && onDay(membership.untilOn, today)
  if (place === 'left') return html`组织关系：${until ?? ''}起已转出`
  const kind = membership.kind === 'home' ? '在本支部' : '流入党员，在原支部表决'
  const ahead = until && `，${until}起${next ? nextPlace(next.kind) : '转出'}`
  const vote = hasVote ? '，有表决权' : ''
  return html`组织关系：${kind}（${from}起）${vote}${ahead ?? ''}`
}

function nextPlace(kind: 'home' | 'receiving'): string {
  return kind === 'home' ? '在本支部' : '为流入党员'
}

function standingLine({ standing, standingsAhead, today }: PersonFacts): Html | undefined {
  if (!standing) return undefined
  const ahead = standingsAhead.map(
    (one) => `；${onDay(one.fromOn, today)}起${spokenStanding[one.standing]}`,
  )
  return html`身份：${spokenStanding[standing.standing]}（${onDay(standing.fromOn, today)}起）${ahead.join('')}`
}

function exemptionLine(one: Exemption, today: Day): Html {
  const note = one.note ? html`（${one.note}）` : html``
  return html`免到：${spokenSpell(one, today)}${note}`
}

/** 长期病休，12月1日起，2027年3月1日恢复应到 */
export function spokenSpell(one: Span & { kind: ExemptionKind }, today: Day): string {
  const end = one.untilOn ? `${onDay(one.untilOn, today)}恢复应到` : '直到另行说明'
  return `${spokenExemption[one.kind]}，${onDay(one.fromOn, today)}起，${end}`
}

function accountLine({ reach, isErased }: PersonFacts): Html {
  if (isErased) return html`账号：已申请删除个人资料`
  if (reach === undefined) return html`账号：还没认领`
  return reach === 'reachable' ? html`账号：已认领` : html`账号：已认领，${spokenReach[reach]}`
}

function buttonsOf(facts: PersonFacts): readonly (readonly Button[])[] {
  const { branch, person, reach } = facts
  const about = { branch, person }
  const back: Button[] = [{ label: '◀ 名册', data: rosterButton.data({ branch }) }]
  const unlink = { label: '解除认领', data: unlinkButton.data(about) }
  const correct = { label: '改姓名尾号', data: correctButton.data(about) }
  const to = (label: string, what: What) => ({ label, data: alterButton.data({ ...about, what }) })
  const linked = reach === undefined ? [] : [unlink]
  if (facts.place === 'left') {
    return [...inRows([to('再次转入', 'rejoin'), correct, ...linked]), back]
  }
  const { kind } = facts.next ?? facts.membership
  const otherKind = kind === 'home' ? '改为流入党员' : '转入组织关系'
  const offer = { label: '请担任职务', data: offerToButton.data(about) }
  const standing = [to('改身份', 'standing'), to('党小组', 'group')]
  const leave = to(leavesOn(facts) ? '改转出日期' : '转出', 'leave')
  const changes = [...exemptionButtons(facts), to(otherKind, 'kind'), leave]
  return [...inRows([...standing, ...changes, correct, offer, ...linked]), back]
}

/** 免到 for those who are expected; who is exempt already is asked to come again, or explained. */
function exemptionButtons(facts: PersonFacts): Button[] {
  const { branch, person, exemptions, isExpected } = facts
  const about = { branch, person }
  const [first] = exemptions
  if (!first) {
    return isExpected
      ? [{ label: '免到', data: alterButton.data({ ...about, what: 'exempt' }) }]
      : []
  }
  return [
    { label: '恢复应到', data: alterButton.data({ ...about, what: 'resume' }) },
    { label: '写说明', data: noteButton.data({ branch, exemption: first.id }) },
  ]
}

function leavesOn({ membership, next }: PersonFacts): Day | undefined {
  return (next ?? membership).untilOn
}
