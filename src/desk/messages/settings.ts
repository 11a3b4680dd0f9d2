// What is said about reminders, pauses, and how long a branch keeps things.

import { type Html, html, joined } from '../../kernel/html.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import type { Button, Message } from '../../kernel/message.ts'
import { addDays, type Day, spokenDay } from '../../kernel/time.ts'
import { type BranchSettings, type SettingKey, settingKeys } from '../../organisation/rules.ts'
import {
  deskButton,
  keepingButton,
  pauseButton,
  remindersButton,
  resumeButton,
  retireButton,
} from '../buttons.ts'

export interface SettingsPage {
  remindersOn: boolean
  /** The first day reminders come again. */
  pausedUntilOn?: Day
  today: Day
  /** For whoever configures a branch. */
  branch?: { id: OrganisationId; name: string; settings: BranchSettings; retired: boolean }
}

export function settingsPage({ remindersOn, pausedUntilOn, today, branch }: SettingsPage): Message {
  const on = remindersOn
    ? html`提醒：<b>开</b>。活动前一天、体会到期前提醒您，每件事最多两次。`
    : html`提醒：<b>少</b>。不再催报名和体会；活动发布、改期和答复照常告诉您。`
  return {
    text: joined([
      html`<b>设置</b>`,
      on,
      pausedUntilOn
        ? html`外出期间：提醒暂停到 ${spokenDay(addDays(pausedUntilOn, -1), today)}，之后自动恢复。`
        : html`外出期间可以暂停提醒。`,
      branch && keptLine(branch),
    ]),
    buttons: [
      [remindersSwitch(remindersOn)],
      ...(pausedUntilOn ? [[pause('恢复提醒', 'over')]] : pauses),
      ...(branch ? branchRows(branch) : []),
    ],
  }
}

function remindersSwitch(remindersOn: boolean): Button {
  const label = remindersOn ? '提醒改成：少' : '提醒改成：开'
  return { label, data: remindersButton.data({ answer: remindersOn ? 'no' : 'yes' }) }
}

const pauses: readonly (readonly Button[])[] = [
  [pause('暂停到本周日', 'sunday'), pause('暂停到月底', 'month')],
  [pause('暂停到…我来输入', 'type')],
]

function pause(label: string, until: Parameters<typeof pauseButton.data>[0]['until']): Button {
  return { label, data: pauseButton.data({ until }) }
}

type OfBranch = NonNullable<SettingsPage['branch']>

function keptLine({ name, settings, retired }: OfBranch): Html {
  const { reflectionMonths, attendanceMonths } = settings
  return joined([
    html`\n<b>${name}</b>${retired ? '（已停用）' : ''}`,
    html`体会原文保存 ${reflectionMonths} 个月，到期清空；申请删除的同志，姓名在台账里保存 ${attendanceMonths} 个月。`,
  ])
}

function branchRows({ id, settings, retired }: OfBranch): readonly (readonly Button[])[] {
  const keeping = settingKeys.map((key) => ({
    label: `${settingNames[key]}：${settings[key]} 个月`,
    data: keepingButton.data({ branch: id, key, months: 0, sure: 'ask' }),
  }))
  const use = retired
    ? { label: '恢复使用', data: resumeButton.data({ branch: id }) }
    : { label: '停用支部', data: retireButton.data({ branch: id }) }
  return [
    ...keeping.map((button) => [button]),
    [{ label: '群与权限', data: deskButton.data({ page: 'status' }) }, use],
  ]
}

const settingNames: Record<SettingKey, string> = {
  reflectionMonths: '体会保存',
  attendanceMonths: '考勤姓名保存',
}

const settingMeans: Record<SettingKey, Html> = {
  reflectionMonths: html`交来的体会，原文保存多久？到期后夜里自动清空，谁交过、哪天交的仍然在。`,
  attendanceMonths: html`申请删除个人资料的同志，姓名在台账里保存多久？离开支部、最后一次活动过了这么久，姓名改成代号。`,
}

/** How long, with the lengths to choose from. */
export function whichLength(
  branch: OrganisationId,
  key: SettingKey,
  { months, choices }: { months: number; choices: readonly number[] },
): Message {
  return {
    text: settingMeans[key],
    buttons: [
      choices.map((length) => ({
        label: length === months ? `${length} 个月 ✅` : `${length} 个月`,
        data: keepingButton.data({ branch, key, months: length, sure: 'ask' }),
      })),
      [{ label: '返回', data: deskButton.data({ page: 'settings' }) }],
    ],
  }
}

/** A shorter time takes something away that does not come back. */
export function sureShorter(branch: OrganisationId, months: number, texts: number): Message {
  const key = 'reflectionMonths'
  return {
    text: html`改成 ${months} 个月后，今晚起会清空更早的 ${texts} 篇体会原文，不能恢复。要先导出的话请提醒各位同志。`,
    buttons: [
      [
        {
          label: `改成 ${months} 个月`,
          data: keepingButton.data({ branch, key, months, sure: 'yes' }),
          style: 'danger',
        },
      ],
      [{ label: '不改了', data: deskButton.data({ page: 'settings' }) }],
    ],
  }
}

export const untilWhen: Message = {
  text: html`提醒暂停到哪天（含）？例如：12月20日、下周三、20号。不填了发“取消”。`,
}

export const dayUnread: Message = {
  text: html`没看懂是哪天。写今天或以后一年内的日子，例如：12月20日、下周三。`,
}

export const onlyForSecretary = '这是书记用的功能。需要的话请联系本支部书记。'
export const saved = '已保存 ✅'
