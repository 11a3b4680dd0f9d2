// The answer when a file has been read: its preview, or why there is none.

import { privateChat } from '../../kernel/ids.ts'
import type { Message } from '../../kernel/message.ts'
import type { Who } from '../../kernel/who.ts'
import type { FileRead } from '../../platform/files/read.ts'
import { enqueue } from '../../platform/outbox/outbox.ts'
import type { Work } from '../../platform/store/work.ts'
import { commonPreview } from '../messages/importing.ts'
import { notRead } from '../messages/importing-refusals.ts'
import { type Preview, previewOf, receiveTable } from './importing.ts'

/** Shows the file's list to whoever sent it; the wizard has a preview of its own. */
export function answerRead(
  w: Work,
  file: FileRead,
  shown: (preview: Preview, who: Who) => Message = commonPreview,
): void {
  const outcome = receiveTable(w, file)
  if (!outcome) return
  const chat = privateChat(file.account)
  if (!outcome.ok) {
    const { branch } = outcome
    enqueue(w, { chat, branch, lane: 'answer', message: notRead(outcome, file.fileName) })
    return
  }
  const { list, who } = outcome
  const found = previewOf(w, who, list)
  if (!found.ok) return
  const message = shown(found.preview, who)
  enqueue(w, { chat, branch: found.preview.branch, lane: 'answer', message })
}
