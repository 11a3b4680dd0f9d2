// Text that is safe to send: every inserted value is escaped, and `html` is the only way to make it.

declare const brand: unique symbol

/** Text in Telegram's HTML dialect. A plain string does not pass for it. */
export interface Html {
  readonly html: string
  readonly [brand]: true
}

type Inserted = string | number | Html | readonly Html[]

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Builds text from a template: strings are escaped, lists are joined by line breaks. */
export function html(parts: TemplateStringsArray, ...values: readonly Inserted[]): Html {
  return safe(parts.map((part, at) => part + render(values[at])).join(''))
}

/** Joins lines (or whatever `by` says), leaving out those that are undefined. */
export function joined(lines: readonly (Html | undefined)[], by = '\n'): Html {
  return safe(lines.flatMap((line) => (line ? [line.html] : [])).join(by))
}

/** What a reader sees of `text`, without tags: for toasts, alerts and tests. */
export function plain(text: Html): string {
  const bare = text.html.replace(/<[^>]*>/g, '')
  return Object.entries(escapes).reduceRight(
    (out, [char, code]) => out.replaceAll(code, char),
    bare,
  )
}

function render(value: Inserted | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'string') return value.replace(/[&<>"]/g, (char) => escapes[char] ?? char)
  if (typeof value === 'number') return String(value)
  return 'html' in value ? value.html : joined(value).html
}

function safe(text: string): Html {
  return { html: text } as Html
}
