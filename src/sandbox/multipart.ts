// Reads the uploads grammY writes, which standard parsers refuse: file names are unquoted UTF-8.

/** A file as it arrived. */
export interface Upload {
  name: string
  bytes: Uint8Array<ArrayBuffer>
}

export interface Form {
  fields: Record<string, string>
  files: Map<string, Upload>
}

const headerEnd = '\r\n\r\n'

/** Reads a `multipart/form-data` body; bytes stay as they are. */
export function readMultipart(body: Uint8Array, contentType: string): Form {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1]
  const form: Form = { fields: {}, files: new Map() }
  if (!boundary) return form
  for (const part of partsOf(
    Buffer.from(body.buffer, body.byteOffset, body.byteLength),
    boundary,
  )) {
    addPart(form, part)
  }
  return form
}

/** The first delimiter may open the body, every other one follows a line break. */
function* partsOf(body: Buffer, boundary: string): Generator<Buffer> {
  const delimiter = Buffer.from(`\r\n--${boundary}`)
  let start = body.indexOf(`--${boundary}`)
  if (start < 0) return
  start += delimiter.length - 2
  for (;;) {
    const end = body.indexOf(delimiter, start)
    if (end < 0) return
    yield body.subarray(start + 2, end)
    start = end + delimiter.length
  }
}

function addPart(form: Form, part: Buffer): void {
  const end = part.indexOf(headerEnd)
  if (end < 0) return
  const header = part.subarray(0, end).toString('utf8')
  const content = part.subarray(end + headerEnd.length)
  const name = attribute(header, 'name')
  const fileName = attribute(header, 'filename')
  if (name === undefined) return
  if (fileName === undefined) form.fields[name] = content.toString('utf8')
  else form.files.set(name, { name: fileName, bytes: new Uint8Array(content) })
}

/** Quoted, or up to the next semicolon as TDLib reads it. */
function attribute(header: string, name: string): string | undefined {
  const found = new RegExp(`[;\\s]${name}=(?:"([^"]*)"|([^;\\r\\n]*))`, 'i').exec(header)
  return found?.[1] ?? found?.[2]
}
