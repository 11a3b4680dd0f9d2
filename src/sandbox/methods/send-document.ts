// sendDocument: a file as it is.

import { documentContent, fileNamed } from '../contents.ts'
import { checkUpload } from '../limits.ts'
import type { Implementation } from './method.ts'
import { captionOf, send } from './sending.ts'

export const sendDocument: Implementation<'sendDocument'> = (call, params) => {
  const file = fileNamed(params.document, 'document', {
    files: call.state.files,
    uploads: call.uploads,
    check: (upload) => checkUpload(upload, 'document'),
  })
  return send(call, params, { ...documentContent(file), ...captionOf(call, params) })
}
