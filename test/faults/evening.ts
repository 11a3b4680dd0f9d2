// An evening on which everybody answers and checks in at once, while the program dies.

import { expect } from 'vitest'
import { postCard } from '../../src/attendance/actions/card.ts'
import { checkInLink } from '../../src/attendance/buttons.ts'
import type { OrganisationId, SessionId } from '../../src/kernel/ids.ts'
import type { Group } from '../../src/sandbox/group.ts'
import type { Person } from '../../src/sandbox/person.ts'
import type { Press } from '../../src/sandbox/presses.ts'
import type { Seen } from '../../src/sandbox/seen.ts'
import { foundBranch, openTraining } from './branch.ts'
import type { LoopbackStage } from './loopback-stage.ts'
import { expectSound } from './remains.ts'

/** What one person did, and how to find what they were told since. */
interface Deed {
  person: Person
  /** Of 参加 on the card. */
  press: Press
  heardBefore: number
}

interface Scene {
  group: Group
  people: readonly Person[]
  branch: OrganisationId
}

/** What the database holds of one session, over all people. */
interface Kept {
  marks: number
  answers: number
  audits: number
  receiptsWaiting: number
}

export class Evening {
  readonly #stage: LoopbackStage
  readonly #group: Group
  readonly #people: readonly Person[]
  readonly #branch: OrganisationId
  #session = 0 as SessionId
  #deeds: Deed[] = []

  private constructor(stage: LoopbackStage, at: Scene) {
    this.#stage = stage
    this.#group = at.group
    this.#people = at.people
    this.#branch = at.branch
  }

  /** A branch of that many people, all linked. */
  static async of(stage: LoopbackStage, size: number): Promise<Evening> {
    const names = Array.from({ length: size }, (_, at) => `同志${at + 1}`)
    const group = await stage.group('青砖里文创园联合党支部', names)
    const people = names.map((name) => stage.person(name).person)
    await stage.addsBot(group, names[0] ?? '')
    for (const person of people) person.opens()
    await stage.settle()
    const branch = await stage.write((w) => foundBranch(w, { group, comrades: people }))
    return new Evening(stage, { group, people, branch })
  }

  /** A session everybody may check in to; its card is on the wall. */
  async begins(): Promise<void> {
    this.#session = await this.#stage.write((w) => {
      const session = openTraining(w, this.#branch)
      postCard(w, session)
      return session
    })
    this.#deeds = []
    await this.#stage.settle()
  }

  /** Everybody presses 参加 on the card. */
  press(): void {
    const card = this.#card()
    for (const person of this.#people) {
      const heardBefore = person.sees(this.#stage.bot).length
      this.#deeds.push({ person, press: person.presses(card, '✅ 参加'), heardBefore })
    }
  }

  /** Whoever pressed follows the card's other link, and is here. */
  checkIn(): void {
    for (const { person } of this.#deeds) {
      person.opens(checkInLink.payload({ session: this.#session }))
    }
  }

  /** Receipts that stand on people's screens. */
  receipts(): number {
    return this.#deeds.reduce((sum, deed) => sum + receiptsOf(this.#stage, deed), 0)
  }

  kept(): Kept {
    const count = (sql: string, ...values: unknown[]) =>
      this.#stage.look(
        (raw) =>
          raw
            .prepare(sql)
            .pluck()
            .get(...values) as number,
      )
    const [checkedIn, about] = ['attendance.checkIn', `session:${this.#session}`]
    return {
      marks: count('SELECT count(*) FROM marks WHERE session_id = ?', this.#session),
      answers: count('SELECT count(*) FROM rsvps WHERE session_id = ?', this.#session),
      audits: count(
        'SELECT count(*) FROM audit WHERE action = ? AND subject = ?',
        checkedIn,
        about,
      ),
      receiptsWaiting: count(
        "SELECT count(*) FROM outbox WHERE state IN ('queued', 'sending') AND lane = 'answer'",
      ),
    }
  }

  /** Whoever was told that it is done finds it in the database, whatever happened since. */
  expectConfirmedKept(): void {
    const confirmed = (of: (deed: Deed) => boolean) => this.#deeds.filter(of).map(nameOf).sort()
    const inTable = (table: 'marks' | 'rsvps') => new Set(this.#namesIn(table))
    const marked = inTable('marks')
    const answered = inTable('rsvps')
    const lost = [
      ...confirmed((deed) => receiptsOf(this.#stage, deed) > 0).filter((one) => !marked.has(one)),
      ...confirmed(({ press }) => press.answer !== undefined).filter((one) => !answered.has(one)),
    ]
    expect(lost).toEqual([])
  }

  /** Everybody is recorded once and was told once, or twice where the program died on the way. */
  expectDone(): void {
    const everybody = this.#deeds.map(nameOf).sort()
    expect(this.#namesIn('marks').sort()).toEqual(everybody)
    expect(this.#namesIn('rsvps').sort()).toEqual(everybody)
    const size = everybody.length
    expect(this.kept()).toEqual({ marks: size, answers: size, audits: size, receiptsWaiting: 0 })
    for (const deed of this.#deeds) {
      const told = toldSince(this.#stage, deed)
      expect(told.filter((text) => !isReceipt(text))).toEqual([])
      expect([1, 2]).toContain(told.length)
    }
    expect(this.#card().text).toContain(`已报名 ${size} 人`)
    this.#stage.look(expectSound)
  }

  /** The session's card, as it hangs on the wall now. */
  #card(): Seen {
    const posts = this.#people[0]?.sees(this.#group)
    const card = posts?.findLast((one) => one.buttons.length > 0)
    if (!card) throw new Error('there is no card')
    return card
  }

  #namesIn(table: 'marks' | 'rsvps'): string[] {
    const sql = `SELECT name FROM ${table} JOIN people ON people.id = person_id WHERE session_id = ?`
    return this.#stage.look((raw) => raw.prepare(sql).pluck().all(this.#session) as string[])
  }
}

function receiptsOf(stage: LoopbackStage, deed: Deed): number {
  return toldSince(stage, deed).filter(isReceipt).length
}

function toldSince(stage: LoopbackStage, { person, heardBefore }: Deed): string[] {
  const since = person.sees(stage.bot).slice(heardBefore)
  return since.filter(({ from }) => from.isBot).map(({ text }) => text)
}

function isReceipt(text: string): boolean {
  return text.includes('签到成功')
}

function nameOf({ person }: Deed): string {
  return person.name
}
