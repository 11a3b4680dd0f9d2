// What is said around exports.

import { type Html, html } from '../kernel/html.ts'
import type { OrganisationId } from '../kernel/ids.ts'
import type { Message } from '../kernel/message.ts'
import { type MonthKey, spokenMonth } from '../kernel/month.ts'
import { exportButton } from './buttons.ts'

export function exportCaption(month: MonthKey): Html {
  const [year = '', number = ''] = month.split('-')
  return html`${year}年${Number(number)}月台账：签到表和学习体会统计，A4 可直接打印。含个人信息，请勿转发到群。`
}

export function yearCaption(year: number): Html {
  return html`${year}年台账：各次签到表和每月学习体会统计。含个人信息，请勿转发到群。`
}

export function whichMonth(branch: OrganisationId, months: readonly MonthKey[]): Message {
  const [current] = months
  return {
    text: html`导出哪个月的台账？也可以直接发，例如 /export 2026-12`,
    buttons: [
      months.map((month) => ({
        label: spokenMonth(month, current),
        data: exportButton.data({ branch, month }),
      })),
    ],
  }
}

export const unreadableMonth: Message = {
  text: html`没看懂是哪个月。可以这样写：/export 2026-12，或 /export 12月`,
}

export const onlySecretaryExports: Message = {
  text: html`导出台账是书记用的功能。需要的话请联系本支部书记。`,
}
