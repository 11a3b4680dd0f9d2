// What somebody agrees to who claims: in short before anything is sent, and in full behind a button.

import { html } from '../../kernel/html.ts'
import type { Message } from '../../kernel/message.ts'
import { settingDefaults } from '../../organisation/rules.ts'
import { consentButton } from '../buttons.ts'

/** Raised whenever the text means something new; each account remembers which one it agreed to. */
export const consentVersion = 1

/** In a line, wherever somebody becomes known to us. */
export const whatIsKept = html`我只存：姓名、手机后四位、Telegram 编号、报名签到记录和您交来的体会。`

/** The first lines to somebody new. */
export function welcome(branch: string): Message {
  return {
    text: html`您好，这里是${branch}。
认领后${whatIsKept}
发来即表示同意；不方便也没关系，请书记登记一样算。`,
    buttons: [[{ label: 'ℹ️ 隐私说明', data: consentButton.data({}) }]],
    silent: true,
  }
}

const { reflectionMonths, attendanceMonths } = settingDefaults

/** The whole text (PIPL, articles 17, 29, 39 and 44–47: who, what for, what, how long, abroad, rights). */
export const consentText: Message = {
  text: html`<b>隐私说明</b>（第 ${consentVersion} 版）
· 谁在用：您所在的党支部，只用于活动通知、报名签到、学习体会和台账。
· 存什么：姓名、政治身份、手机后四位、Telegram 编号、报名签到请假记录和您交来的体会。不存完整手机号和身份证号；分享号码时只取后四位，其余当场丢弃。
· 谁能看：您自己，和支部里负责这件事的同志。缺席和请假原因不发到群里。
· 存多久：体会原文 ${reflectionMonths} 个月；考勤属于支部台账，您申请删除的，离开支部、最后一次活动过了 ${attendanceMonths} 个月姓名改成代号。支部可以调整。
· 经过哪里：消息经 Telegram 传递，它的服务器在境外，请不要发送涉密内容。
· 您可以：查看、导出、更正自己的记录，解除认领，申请删除：发 /me，点“我的资料”。不认领也能参加活动，请书记登记即可。`,
}
