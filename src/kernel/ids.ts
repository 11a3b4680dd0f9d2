// Ids that cannot be mixed up: a session's number is not a person's number.

declare const brand: unique symbol
type Id<Name extends string> = number & { readonly [brand]: Name }

export type OrganisationId = Id<'Organisation'>
export type PersonId = Id<'Person'>
export type SessionId = Id<'Session'>
export type PlanId = Id<'Plan'>
export type LeaveId = Id<'Leave'>
export type PartyGroupId = Id<'PartyGroup'>
export type ExemptionId = Id<'Exemption'>
export type OfferId = Id<'Offer'>
export type ImportId = Id<'Import'>
export type CorrectionId = Id<'Correction'>
/** A Telegram user; also the id of that user's private chat with the bot. */
export type AccountId = Id<'Account'>
/** A Telegram chat: a person's private chat (positive) or a group (negative). */
export type ChatId = Id<'Chat'>

/** The private chat of an account has the account's own number: Telegram's rule. */
export function privateChat(account: AccountId): ChatId {
  return account as number as ChatId
}
