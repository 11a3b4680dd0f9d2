// Somebody takes along everything that is kept about them.

import type { DocumentMessage } from '../../kernel/message.ts'
import type { Who } from '../../kernel/who.ts'
import { audit } from '../../platform/store/audit.ts'
import type { Work } from '../../platform/store/work.ts'
import { ownDocument } from '../messages/own-data.ts'

/** The document, rendered when it is sent; undefined for somebody unknown. */
export function exportOwn(w: Work, who: Who): DocumentMessage | undefined {
  const { person, account, branch } = who
  if (person === undefined) return undefined
  audit(w, who, {
    action: 'person.export',
    subject: `person:${person}`,
    ...(branch !== undefined && { branch }),
  })
  return ownDocument(person, account)
}
