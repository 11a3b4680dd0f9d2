// One of the people in a story: what they do, and what they then have on their screen.

import type { Person } from '../../src/sandbox/person.ts'
import { ask } from '../../src/sandbox/presses.ts'
import { privateRoom } from '../../src/sandbox/rooms.ts'
import type { Seen } from '../../src/sandbox/seen.ts'
import type { Query } from '../../src/sandbox/state.ts'
import type { World } from '../../src/sandbox/world.ts'
import type { StageActor, StageGroup } from './stage.ts'

/** What an actor needs of the story they play in. */
interface Theatre {
  readonly bot: { readonly id: number }
  readonly world: World
  settle(): Promise<void>
}

export class Actor implements StageActor {
  readonly person: Person
  readonly #story: Theatre

  constructor(story: Theatre, person: Person) {
    this.#story = story
    this.person = person
  }

  /** Writes to the bot in private, or in a group. */
  async says(text: string, group?: StageGroup): Promise<void> {
    this.person.says(group ?? this.#story.bot, text)
    await this.#story.settle()
  }

  /** Sends a document to the bot in private. */
  async sendsFile(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    this.person.sendsDocument(this.#story.bot, { name, bytes })
    await this.#story.settle()
  }

  /** Follows a deep link (or presses a bare Start) and lets the bot answer. */
  async opens(link?: string): Promise<void> {
    this.person.opens(link)
    await this.#story.settle()
  }

  /**
   * Presses the newest button that carries this label, in private or in `group`; a link that comes
   * back is followed, as a client does. Gives the toast or alert.
   */
  async presses(label: string, group?: StageGroup): Promise<string> {
    const messages = this.sees(group)
    const message = messages.findLast((one) => hasButton(one, label))
    if (!message) throw new Error(`${this.person.name} sees no button ${label}: ${shown(messages)}`)
    return this.pressesOn(message, label)
  }

  /** Presses a button on a message that may be old. */
  async pressesOn(message: Seen, label: string): Promise<string> {
    const press = this.person.presses(message, labelOf(message, label))
    await this.#story.settle()
    const url = press.answer?.url
    if (url) await this.opens(url)
    return press.answer?.text ?? ''
  }

  /**
   * Sends data that is on no button of theirs, as a changed client can, from the bot's newest message
   * in private or in `group`. The bot answers when the story settles.
   */
  forges(data: string, group?: StageGroup): Query {
    const { state, bot } = this.#story.world
    const room = group ? state.groups.get(group.id) : privateRoom(state, bot, this.person.user)
    const message = [...(room?.posts.values() ?? [])].findLast(({ author }) => author === bot.id)
    if (!room || !message) throw new Error(`${this.person.name} has nothing of the bot to press on`)
    return ask(state, room, { from: this.person.user, message: message.message.message_id, data })
  }

  /** Presses a key of the keyboard below the input: sends its words, or one's own number. */
  async pressesKey(label: string): Promise<void> {
    this.person.pressesKey(this.#story.bot, label)
    await this.#story.settle()
  }

  /**
   * Hands the bot a contact: one's own, or the one of `of`. `phone` is the number on it, by default
   * that person's; sent by hand it need not be true.
   */
  async sharesContact({ of, phone }: { of?: Actor; phone?: string } = {}): Promise<void> {
    const { id, user, phone: own } = (of ?? this).person
    const whose = { firstName: user.first_name, userId: id }
    this.person.sendsContact(this.#story.bot, phone ?? own, whose)
    await this.#story.settle()
  }

  /** The screen: the private chat, or a group. */
  sees(group?: StageGroup): Seen[] {
    return this.person.sees(group ?? this.#story.bot)
  }

  /** What the bot said last. */
  async last(group?: StageGroup): Promise<Seen> {
    const message = this.sees(group).findLast((one) => one.from.isBot)
    if (!message) throw new Error(`${this.person.name} has heard nothing`)
    return message
  }

  /** Everything the bot said, as text. */
  async heard(group?: StageGroup): Promise<string[]> {
    return this.sees(group)
      .filter((one) => one.from.isBot)
      .map((one) => one.text)
  }
}

/** Buttons are named by the words on them, with or without the sign in front. */
function labelOf(message: Seen, label: string): string {
  const all = message.buttons.flat().map((button) => button.label)
  return all.find((one) => one === label) ?? all.find((one) => one.includes(label)) ?? label
}

function hasButton(message: Seen, label: string): boolean {
  return message.buttons.flat().some((button) => button.label.includes(label))
}

function shown(messages: readonly Seen[]): string {
  const last = messages.at(-1)
  return last ? `${last.text} [${last.buttons.flat().map((one) => one.label)}]` : 'nothing'
}
