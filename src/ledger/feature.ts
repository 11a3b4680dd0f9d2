// What the ledger offers the app.

import type { Feature } from '../platform/feature.ts'
import { ledgerDoors } from './bot.ts'
import { monthReport } from './report/month.ts'
import { yearReport } from './report/year.ts'

export const ledger: Feature = {
  name: 'ledger',
  doors: ledgerDoors,
  reports: { month: monthReport, year: yearReport },
}
