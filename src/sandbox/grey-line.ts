// The grey lines in a chat, in words.

import type { Message, User } from 'grammy/types'
import { fullName } from './contents.ts'

/** What a service message says. */
export function serviceLine(message: Message): string {
  const by = message.from ? fullName(message.from) : ''
  const { new_chat_members: came, left_chat_member: gone, pinned_message: pinned } = message
  if (came) return cameLine(by, message.from, came)
  if (gone)
    return gone.id === message.from?.id ? `${by} 退出了群` : `${by} 移出了 ${fullName(gone)}`
  if (pinned) return `${by} 置顶了“${shortened(summary(pinned))}”`
  if (message.new_chat_title) return `${by} 把群名改为“${message.new_chat_title}”`
  return message.migrate_to_chat_id || message.migrate_from_chat_id ? '群已升级为超级群' : ''
}

function cameLine(by: string, from: User | undefined, came: readonly User[]): string {
  const themselves = came.length === 1 && came[0]?.id === from?.id
  return themselves ? `${by} 加入了群` : `${by} 邀请 ${came.map(fullName).join('、')} 加入了群`
}

/** A message in one line, where it only stands for itself: in the list of chats, as pinned. */
export function summary(message: Partial<Message>): string {
  const { text, caption, photo, voice, document, contact, sticker } = message
  if (photo) return `🖼 ${caption ?? '照片'}`
  if (voice) return '🎤 语音'
  if (contact) return `👤 ${contact.first_name}`
  return text ?? caption ?? document?.file_name ?? sticker?.emoji ?? ''
}

function shortened(text: string): string {
  const line = text.split('\n', 1)[0] ?? ''
  return line.length > 24 ? `${line.slice(0, 24)}…` : line
}
