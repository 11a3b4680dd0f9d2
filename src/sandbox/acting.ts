// Playing somebody without a hand on the page: they say and press what a person would.

import { startLink } from './links.ts'
import type { Person } from './person.ts'
import type { Seen, SeenButton } from './seen.ts'
import { type Stage, settle } from './stage.ts'

/** What somebody on the stage can be made to do; each lets the program answer before it returns. */
export interface Actor {
  readonly person: Person
  says(text: string): Promise<void>
  /** Talks in the group, where the bot hears only what is meant for it. */
  tellsGroup(text: string): void
  /** Follows a link into the bot's chat, or presses a bare Start. */
  opens(payload?: string): Promise<void>
  /** Presses the newest button that carries these words; false when there is none. */
  presses(words: string, where?: 'private' | 'group'): Promise<boolean>
  /** Sends a voice message. */
  speaks(seconds: number): Promise<void>
  /** The newest message of the bot in private that says something like it. */
  newest(words: RegExp): Seen | undefined
  /** Whether the bot said something like it in private, at that time or later. */
  heardSince(at: Date, words: RegExp): boolean
}

export function actor(stage: Stage, person: Person): Actor {
  const bot = stage.world.bot

  const heard = () => person.sees(bot).filter(({ from }) => from.isBot)

  async function opens(payload?: string): Promise<void> {
    person.opens(payload)
    await settle(stage)
  }

  return {
    person,
    opens,
    async says(text) {
      person.says(bot, text)
      await settle(stage)
    },
    async presses(words, where = 'private') {
      const found = newestWith(person.sees(where === 'group' ? stage.group : bot), words)
      if (!found) return false
      const press = person.presses(found.message, found.button.data ?? found.button.label)
      await settle(stage)
      const url = press.answer?.url
      if (url) await opens(startLink(url)?.payload)
      return true
    },
    tellsGroup: (text) => void person.says(stage.group, text),
    async speaks(seconds) {
      person.sendsVoice(bot, seconds)
      await settle(stage)
    },
    newest: (words) => heard().findLast(({ text }) => words.test(text)),
    heardSince: (at, words) => heard().some((said) => said.at >= at && words.test(said.text)),
  }
}

interface Found {
  message: Seen
  button: SeenButton
}

/** The newest message with a button of these words. */
function newestWith(messages: readonly Seen[], words: string): Found | undefined {
  for (const message of messages.toReversed()) {
    const button = message.buttons.flat().find(({ label }) => label.includes(words))
    if (button) return { message, button }
  }
  return undefined
}
