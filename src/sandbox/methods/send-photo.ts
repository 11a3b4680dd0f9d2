// sendPhoto: a picture shown in the chat.

import { fileNamed, photoContent } from '../contents.ts'
import { checkUpload } from '../limits.ts'
import type { Implementation } from './method.ts'
import { captionOf, send } from './sending.ts'

export const sendPhoto: Implementation<'sendPhoto'> = (call, params) => {
  const file = fileNamed(params.photo, 'photo', {
    files: call.state.files,
    uploads: call.uploads,
    check: (upload) => checkUpload(upload, 'photo'),
  })
  return send(call, params, { ...photoContent(file), ...captionOf(call, params) })
}
