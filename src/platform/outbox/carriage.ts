// The letters on their way: one step records what came back and sends off what may leave.

import type { ChatId } from '../../kernel/ids.ts'
import type { Store } from '../store/work.ts'
import { type Choice, createChoose } from './choose.ts'
import { type DeliverParts, deliver } from './deliver.ts'
import type { Lane, Pace } from './pace.ts'
import type { Parcel } from './parcel.ts'
import { createRecord, type Delivery, type RecordParts } from './record.ts'

export type CarriageParts = DeliverParts &
  RecordParts & {
    store: Store
    pace: Pace
    /** Called when an answer waits to be recorded. */
    cameBack(): void
  }

export class Carriage {
  readonly calls = new Set<Promise<void>>()
  /** True while a step runs: what it commits is no news to the courier. */
  stepping = false
  /** False: nothing more is claimed. */
  open = true
  /** Telegram does not know the token any more. */
  revoked = false
  readonly #parts: CarriageParts
  readonly #choose: ReturnType<typeof createChoose>
  readonly #record: ReturnType<typeof createRecord>
  readonly #onTheWay = new Map<ChatId, Lane>()
  #back: Delivery[] = []

  constructor(parts: CarriageParts) {
    this.#parts = parts
    this.#choose = createChoose(parts.pace)
    this.#record = createRecord(parts)
  }

  /** Records and claims in one transaction, then sends. */
  step(): Choice {
    this.stepping = true
    try {
      return this.#send(this.#recordAndChoose())
    } finally {
      this.stepping = false
    }
  }

  #recordAndChoose(): Choice {
    const choice = this.#parts.store.work((w) => {
      for (const delivery of this.#back) this.#record(w, delivery)
      return this.open && !this.revoked ? this.#choose(w, this.#onTheWay) : { parcels: [] }
    })
    this.#back = []
    return choice
  }

  #send(choice: Choice): Choice {
    if (choice.parcels.length > 0) this.#parts.crashAt?.('afterClaim')
    for (const parcel of choice.parcels) this.#sendOne(parcel)
    return choice
  }

  #sendOne(parcel: Parcel): void {
    const { chatId, lane } = parcel.row
    this.#onTheWay.set(chatId, lane)
    const call = deliver(parcel, this.#parts).then((verdict) => {
      this.calls.delete(call)
      this.#onTheWay.delete(chatId)
      this.#back.push({ parcel, verdict })
      if (verdict.kind === 'revoked') this.#revoke(verdict.error)
      this.#parts.cameBack()
    })
    this.calls.add(call)
  }

  #revoke(error: string): void {
    if (!this.revoked) this.#parts.log.error({ error }, 'the token is not valid any more')
    this.revoked = true
  }
}
