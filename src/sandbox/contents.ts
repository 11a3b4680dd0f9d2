// The fields that make a message what it is: text, caption, file, contact.

import type { Contact, Message, PhotoSize } from 'grammy/types'
import type { Formatted } from './entities/html.ts'
import type { Files, StoredFile } from './files.ts'
import type { Upload } from './multipart.ts'
import { badRequest } from './refusal.ts'

export function textContent({ text, entities }: Formatted): Partial<Message> {
  return { text, ...(entities.length > 0 && { entities }) }
}

export function captionContent({ text, entities }: Formatted): Partial<Message> {
  if (text === '') return {}
  return { caption: text, ...(entities.length > 0 && { caption_entities: entities }) }
}

/** The message without what an edit replaces. */
export function withoutText(message: Message): Message {
  const { text: _, entities: __, reply_markup: ___, ...kept } = message
  return kept
}

/** The part of a message that holds a document. */
export function documentContent(file: StoredFile): Partial<Message> {
  const document = { ...fileFields(file), file_name: file.name, mime_type: file.mime }
  return { document }
}

/** The part of a message that holds a photo, in its one size. */
export function photoContent(file: StoredFile): Partial<Message> {
  const photo: PhotoSize = { ...fileFields(file), ...dimensions(file.bytes) }
  return { photo: [photo] }
}

export function voiceContent(file: StoredFile, seconds: number): Partial<Message> {
  return { voice: { ...fileFields(file), duration: seconds, mime_type: file.mime } }
}

export function stickerContent(files: Files, emoji: string): Partial<Message> {
  const file = files.store('sticker', { name: 'sticker.webp', bytes: new Uint8Array([1]) })
  const look = { width: 512, height: 512, is_animated: false, is_video: false, emoji }
  return { sticker: { ...fileFields(file), type: 'regular', ...look } }
}

/** Without a `userId` the contact is nobody on Telegram. */
export function contactContent(contact: {
  phone: string
  firstName: string
  userId?: number
}): Partial<Message> {
  const { phone: phone_number, firstName: first_name, userId } = contact
  const fields: Contact = { phone_number, first_name, ...(userId && { user_id: userId }) }
  return { contact: fields }
}

/** What the file of a call is: uploaded with it, or known from before. */
export function fileNamed(
  reference: string,
  kind: 'document' | 'photo',
  found: { files: Files; uploads: ReadonlyMap<string, Upload>; check(upload: Upload): void },
): StoredFile {
  const attached = /^attach:\/\/(.+)$/.exec(reference)?.[1]
  const upload = attached && found.uploads.get(attached)
  if (upload) {
    found.check(upload)
    return found.files.store(kind, upload)
  }
  const known = found.files.byId(reference)
  if (!known) throw badRequest('wrong file identifier/HTTP URL specified')
  return known
}

/** The name a person goes by. */
export function fullName(user: { first_name: string; last_name?: string | undefined }): string {
  return user.last_name ? `${user.first_name} ${user.last_name}` : user.first_name
}

function fileFields({ id, uniqueId, bytes }: StoredFile) {
  return { file_id: id, file_unique_id: uniqueId, file_size: bytes.length }
}

/** PNG says its size at a fixed place; other pictures get a usual one. */
function dimensions(bytes: Uint8Array): { width: number; height: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isPng = bytes.length > 24 && view.getUint32(0) === 0x89504e47
  const isJpeg = bytes.length > 3 && view.getUint16(0) === 0xffd8
  if (!isPng && !isJpeg) throw badRequest('IMAGE_PROCESS_FAILED')
  const [width, height] = isPng ? [view.getUint32(16), view.getUint32(20)] : [1_280, 960]
  if (width + height > 10_000) throw badRequest('PHOTO_INVALID_DIMENSIONS')
  return { width, height }
}
