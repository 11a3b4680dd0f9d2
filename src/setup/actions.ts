// The opening of a branch: who is at it, how far they are, and the card in the group.

import type { ChatId, OrganisationId } from '../kernel/ids.ts'
import type { Message } from '../kernel/message.ts'
import { addMinutes } from '../kernel/time.ts'
import type { Who } from '../kernel/who.ts'
import { postClaimCard } from '../members/actions/claim-card.ts'
import { appointFounder } from '../members/actions/offices.ts'
import { cleanName } from '../members/rules.ts'
import { wasLedBefore } from '../members/store/office-periods.ts'
import { isOrphaned } from '../members/store/offices.ts'
import { personById, rosterNow, secretaryOf } from '../members/store.ts'
import {
  finishOpening,
  noteGreeting,
  noteGroup,
  openBranch,
  redeemClaimCode,
} from '../organisation/actions.ts'
import { cardAgainMinutes, silentAfterReturnMinutes } from '../organisation/rules.ts'
import { changeGroup, type Group, groupByChat, groupOfBranch } from '../organisation/store.ts'
import type { Work } from '../platform/store/work.ts'
import { closeForm, keepForm, openForm } from '../platform/telegram/form.ts'
import { grantedObject, grantLink } from '../platform/telegram/grant.ts'
import { currentPlan } from '../training/store.ts'
import { type SetupForm, setupForm } from './buttons.ts'
import { orphanCard } from './messages/recovery.ts'
import { beingOpened, inAnotherTopic, openingCard } from './messages.ts'
import { type Step, stepAfter } from './rules.ts'

const grant = 'setup'
const linkMinutes = 24 * 60

/** A branch being opened by `who`, and where they are. */
export type Opening = SetupForm & { branch: OrganisationId }

/** The opening card, if the bot has just come to the group and was not there a day ago. */
export function cardOnArrival(w: Work, chat: ChatId): Message | undefined {
  const group = groupByChat(w, chat)
  if (!group || group.branch !== undefined) return undefined
  const cameNow = group.addedAt.getTime() === w.now.getTime()
  return cameNow && !greetedWithin(w, group, silentAfterReturnMinutes)
    ? freshCard(w, group)
    : undefined
}

/**
 * What /start brings in a group: the opening card, who is at it, the claim card again, or where
 * nobody leads the branch the card for who takes it on. Until a branch is opened its topic is the
 * one of the card asked for last; then it stays.
 */
export function cardAgain(w: Work, who: Who): Message | undefined {
  const { chat, thread } = who.place
  noteGroup(w, { chat })
  const known = groupByChat(w, chat)
  if (!known || greetedWithin(w, known, cardAgainMinutes)) return undefined
  if (known.branch === undefined) {
    changeGroup(w, chat, { threadId: thread ?? null })
    return freshCard(w, known)
  }
  noteGreeting(w, chat)
  if (isOrphaned(w, known.branch)) return orphanCard(freshNonce(w, chat))
  if (known.openedBy !== undefined) return beingOpened(openerName(w, known.branch))
  if (known.thread !== thread) return inAnotherTopic(known.branch)
  postClaimCard(w, known.branch, { silent: true })
  return undefined
}

/** The group behind the card's link, if the link is still good and the bot in the group. */
export function groupBehind(w: Work, nonce: string): Group | undefined {
  const chat = grantedObject(w, grant, nonce)
  const group = chat === undefined ? undefined : groupByChat(w, chat as ChatId)
  return group?.leftAt ? undefined : group
}

/** Uses the code up and opens the branch: from here on the group is this person's to open. */
export function redeem(w: Work, who: Who, chat: ChatId, typed: string) {
  const outcome = redeemClaimCode(w, who.account, typed)
  if (!outcome.ok) return outcome
  const branch = openBranch(w, who, { chat, name: titleOf(w, chat) || '未命名的支部' })
  appointFounder(w, who, branch)
  return { ok: true as const, opening: goTo(w, who, { chat, branch, step: 'name' }) }
}

/**
 * Uses the code up and makes this person the secretary of a branch that has none; nothing else
 * changes. Who is not on its roster is asked who they are; otherwise `opening` is undefined.
 */
export function recover(
  w: Work,
  who: Who,
  { chat, branch }: { chat: ChatId; branch: OrganisationId },
  typed: string,
) {
  const outcome = redeemClaimCode(w, who.account, typed)
  if (!outcome.ok) return outcome
  const person = appointFounder(w, who, branch, 'branch.recover')
  changeGroup(w, chat, { openedBy: who.account })
  const listed = rosterNow(w, branch).find((member) => member.person === person)
  if (!listed) {
    return { ok: true as const, opening: goTo(w, who, { chat, branch, step: 'self' }) }
  }
  endRecovery(w, who, { chat, branch })
  return { ok: true as const, opening: undefined, name: listed.name }
}

/** Whether somebody led the branch before whoever is at it now. */
export function isRecovery(w: Work, who: Who, { branch }: Pick<Opening, 'branch'>): boolean {
  return who.person !== undefined && wasLedBefore(w, branch, who.person)
}

/** The branch is led again. */
export function endRecovery(w: Work, who: Who, { chat, branch }: Omit<Opening, 'step'>): void {
  changeGroup(w, chat, { openedBy: null })
  closeForm(w, who.account)
  postClaimCard(w, branch, { silent: true })
}

/** The opening of that branch that `who` is at; undefined when it is over or another's. */
export function openingOf(w: Work, who: Who, branch: OrganisationId): Opening | undefined {
  const group = groupOfBranch(w, branch)
  if (group?.openedBy !== who.account) return undefined
  const form = openForm(w, who.account, setupForm)
  if (form?.branch === branch) return { ...form, branch }
  return goTo(w, who, { chat: group.chat, branch, step: stepReached(w, who, branch) })
}

/** Remembers the step, so that it goes on there whenever they come back. */
export function goTo(w: Work, who: Who, opening: Opening): Opening {
  keepForm(w, who.account, setupForm, opening)
  return opening
}

/** The branch is open: the claim card goes to the group. */
export function finish(w: Work, who: Who, { chat, branch }: Opening): void {
  finishOpening(w, who, chat)
  closeForm(w, who.account)
  noteGreeting(w, chat)
  postClaimCard(w, branch)
}

/** Who is opening the branch, as far as we know their name. */
export function openerName(w: Work, branch: OrganisationId): string {
  const secretary = secretaryOf(w, branch)
  return (secretary && personById(w, secretary)?.name) ?? ''
}

/** The group's name as it may be shown; empty when Telegram has not told us. */
export function titleOf(w: Work, chat: ChatId): string {
  return cleanName(groupByChat(w, chat)?.title ?? '')
}

function stepReached(w: Work, who: Who, branch: OrganisationId): Step {
  const roster = rosterNow(w, branch)
  return stepAfter({
    hasRoster: roster.length > 0,
    founderIsOnRoster: roster.some(({ person }) => person === who.person),
    hasPlan: currentPlan(w, branch) !== undefined,
  })
}

function freshCard(w: Work, { chat, botIsAdmin }: Group): Message {
  noteGreeting(w, chat)
  return openingCard(freshNonce(w, chat), botIsAdmin)
}

function freshNonce(w: Work, chat: ChatId): string {
  return grantLink(w, { kind: grant, object: chat, expiresAt: addMinutes(w.now, linkMinutes) })
}

function greetedWithin(w: Work, { greetedAt }: Group, minutes: number): boolean {
  return greetedAt !== undefined && addMinutes(greetedAt, minutes) > w.now
}
