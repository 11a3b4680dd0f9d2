// Why a list could not be taken, each with what helps.

import { type Html, html } from '../../kernel/html.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import type { Message } from '../../kernel/message.ts'
import { wallClock } from '../../kernel/time.ts'
import type { UnreadableReason } from '../../platform/documents/grid.ts'
import type { Said } from '../../platform/telegram/door.ts'
import type { ListRefusal, SentRefusal, TableRefusal } from '../actions/importing.ts'
import { listsAnHour, peopleAtMost } from '../rules/importing.ts'
import { templateOffer } from './importing-asking.ts'

const byText = '也可以直接粘贴名单，一行一个：姓名 手机后四位'

const unreadable: Record<UnreadableReason, string> = {
  tooBig: `这个文件太大了，最多 1 MB。名册一般只有几十 KB，请删掉图片和多余的工作表再发；${byText}。`,
  tooManyRows: `这份表超过 ${peopleAtMost} 行。请只留本支部的人，删掉其余的行再发。`,
  notATable: `这个文件我读不了。请发 Excel（.xlsx）或 csv 表格；${byText}。`,
  oldWorkbook:
    '这是旧版 Excel（.xls），或者加了密码。请用 Excel 或 WPS 打开，去掉密码，“另存为”选 .xlsx，再发一次。',
  suspicious: `这个文件的内容不像普通表格，为了安全没有打开。请新建一张表，把名单复制过去再发；${byText}。`,
  tooSlow: `这份表太复杂，没能读完。请新建一张表，只留姓名、手机后四位、党小组、类别再发；${byText}。`,
  unavailable: '没能取到这个文件，请再发一次。',
}

const unfit: Record<Exclude<TableRefusal['reason'], UnreadableReason | 'notAllowed'>, string> = {
  noNameColumn:
    '这个文件里没找到“姓名”列。表头可以写：姓名、手机后四位。点下面的空白表照着填最省事。',
  nobody: '找到了“姓名”列，下面还没有人。填好再发一次就行。',
  tooManyPeople: `这份名单超过 ${peopleAtMost} 人。请只留本支部的人再发。`,
}

const wrongKind: Partial<Record<Said['kind'], string>> = {
  photo: '照片里的名单我读不了。',
  voice: '语音里的名单我听不了。',
  contact: '一张名片还不是名册。',
}

const nobodyRead: Message = {
  text: html`没读出哪一位。请一行写一位：<b>姓名 手机后四位</b>，例如：李晓雯 6281`,
}

export const onlySecretaryImports = '更新名册是书记用的功能。需要的话请联系本支部书记。'

/** Why what was sent is no list that can be taken now. */
export function notTaken(
  refusal: SentRefusal,
  { branch, zone }: { branch: OrganisationId; zone: string },
): Message {
  switch (refusal.reason) {
    case 'notAllowed':
      return { text: html`${onlySecretaryImports}` }
    case 'nobody':
      return nobodyRead
    case 'notAList': {
      const why = wrongKind[refusal.kind] ?? '这个我读不了。'
      const text = html`${why}请发 Excel（.xlsx）或 csv 文件；${byText}。`
      return { text, buttons: [templateOffer(branch)] }
    }
    case 'tooOften':
      return {
        text: html`这一小时里已经收了 ${listsAnHour} 份名单，先歇一歇，${wallClock(refusal.againAt, zone)} 以后再发就行。最后那份预览还有效，可以直接导入。`,
      }
  }
}

/** Why a file could not be read, or holds no roster. */
export function notRead({ reason, branch }: TableRefusal, fileName: string): Message {
  if (reason === 'notAllowed') return { text: html`${onlySecretaryImports}` }
  const why =
    reason in unfit ? unfit[reason as keyof typeof unfit] : unreadable[reason as UnreadableReason]
  return { text: about(fileName, why), buttons: [templateOffer(branch)] }
}

function about(fileName: string, why: string): Html {
  return fileName ? html`《${fileName}》：${why}` : html`${why}`
}

/** Why a button under a list does nothing any more. */
export const listRefused: Record<ListRefusal['reason'], string> = {
  notAllowed: onlySecretaryImports,
  stale: '这份名单已经不作数了：后来又发过，或者过了 24 小时。请看最后那份预览，或再发一次。',
  already: '已经导入过了 ✅',
  undone: '这次导入已经撤销了。需要的话请再发一次名单。',
}
