// Renders a document at the moment it is sent, from what is stored then.

import type { DocumentMessage, RenderedFile } from '../../kernel/message.ts'
import type { Report } from '../../kernel/report.ts'
import type { ReportArgs } from '../feature.ts'
import type { Store, Work } from '../store/work.ts'
import { workbook } from './xlsx.ts'

export type Reports = Record<string, (w: Work, args: ReportArgs) => Report>

/** A function from what an outbox row asks for to the file, over the reports of all slices. */
export function createRenderer(store: Store, reports: Reports) {
  return async ({ report, args }: DocumentMessage['document']): Promise<RenderedFile> => {
    const compose = reports[report]
    if (!compose) throw new Error(`no slice offers the report "${report}"`)
    const facts = store.look((w) => compose(w, args))
    return { name: `${fileName(facts.name)}.xlsx`, bytes: await workbook(facts) }
  }
}

/** Letters, digits, _ and - only: a `;` would cut the name short at Telegram, a `/` elsewhere. */
function fileName(title: string): string {
  return title.replace(/[^\p{L}\p{N}_-]+/gu, '_')
}
