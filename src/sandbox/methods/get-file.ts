// getFile: where a file can be fetched.

import { checkDownload } from '../limits.ts'
import { badRequest } from '../refusal.ts'
import type { Implementation } from './method.ts'

export const getFile: Implementation<'getFile'> = ({ state }, params) => {
  const file = state.files.byId(params.file_id)
  if (!file) throw badRequest('invalid file_id')
  checkDownload(file)
  return {
    file_id: file.id,
    file_unique_id: file.uniqueId,
    file_size: file.bytes.length,
    file_path: file.path,
  }
}
