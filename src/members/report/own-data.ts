// What the roster holds of a person, as sheets for their own export.

import type { OrganisationId, PersonId } from '../../kernel/ids.ts'
import type { Cell, Column, Sheet } from '../../kernel/report.ts'
import { dayOn, stamp } from '../../kernel/time.ts'
import { branchDefaults } from '../../organisation/rules.ts'
import { branchById } from '../../organisation/store.ts'
import type { Work } from '../../platform/store/work.ts'
import { spokenExemption, spokenOffice, spokenStanding } from '../messages.ts'
import type { CorrectionState, MembershipKind } from '../rules.ts'
import { correctionsBy } from '../store/corrections.ts'
import {
  exemptionsKept,
  keptOf,
  membershipsKept,
  officesKept,
  partyGroupsKept,
  standingsKept,
} from '../store/own-data.ts'
import { preferencesOf } from '../store/preferences.ts'

const { timeZone } = branchDefaults
const blank = '—'
const membershipWords: Record<MembershipKind, string> = {
  home: '组织关系在本支部',
  receiving: '流入',
}
const correctionWords: Record<CorrectionState, string> = {
  open: '等答复',
  done: '已更正',
  declined: '未更正',
}

export function memberOwnData(w: Work, person: PersonId): readonly Sheet[] {
  return [aboutMe(w, person), myPlaces(w, person), myCorrections(w, person)]
}

function aboutMe(w: Work, person: PersonId): Sheet {
  const kept = keptOf(w, person)
  const { remindersOn, pausedUntilOn } = preferencesOf(w, person)
  const { account } = kept ?? {}
  return sheet(
    '基本资料',
    '关于我的资料',
    [column('项目', 20), column('内容', 50, 'left')],
    [
      ['姓名', kept?.name ?? blank],
      ['手机后四位', kept?.phoneTail ?? blank],
      ['记入名册', kept ? stamp(kept.createdAt, timeZone) : blank],
      ['Telegram 编号', account ? String(account.id) : blank],
      ['认领时间', account?.linkedAt ? stamp(account.linkedAt, timeZone) : blank],
      ['同意的说明（版本）', account?.consentVersion ?? blank],
      ['同意时间', account?.consentedAt ? stamp(account.consentedAt, timeZone) : blank],
      ['提醒', remindersOn ? '开' : '少'],
      ['暂停提醒到（不含）', pausedUntilOn ? { day: pausedUntilOn } : blank],
    ],
  )
}

function myPlaces(w: Work, person: PersonId): Sheet {
  const name = (branch: OrganisationId) => branchById(w, branch)?.name ?? blank
  const row = (what: string, said: string, { branch, fromOn, untilOn }: Span): readonly Cell[] => [
    name(branch),
    what,
    said,
    { day: fromOn },
    untilOn ? { day: untilOn } : blank,
  ]
  const columns = [column('支部', 28, 'left'), column('项目', 14), column('内容', 26, 'left')]
  return sheet(
    '组织关系',
    '组织关系、类别、党小组和职务',
    [...columns, ...fromUntil],
    [
      ...membershipsKept(w, person).map((one) => row('组织关系', membershipWords[one.kind], one)),
      ...standingsKept(w, person).map((one) => row('类别', spokenStanding[one.standing], one)),
      ...partyGroupsKept(w, person).map((one) => row('党小组', one.group ?? '不在党小组', one)),
      ...officesKept(w, person).map(({ branch, office, fromAt, untilAt }) =>
        row('职务', spokenOffice[office], {
          branch,
          fromOn: dayOn(fromAt, timeZone),
          ...(untilAt && { untilOn: dayOn(untilAt, timeZone) }),
        }),
      ),
      ...exemptionsKept(w, person).map((one) =>
        row('不计应到', [spokenExemption[one.kind], one.note].filter(Boolean).join('：'), one),
      ),
    ],
  )
}

interface Span {
  branch: OrganisationId
  fromOn: string
  untilOn?: string
}

const fromUntil = [column('从', 17), column('到（不含）', 17)]

function myCorrections(w: Work, person: PersonId): Sheet {
  const columns = [
    column('提出时间', 18),
    column('内容', 46, 'left'),
    column('结果', 10),
    column('答复', 34, 'left'),
  ]
  const rows = correctionsBy(w, person).map(({ createdAt, text, state, answer }) => [
    stamp(createdAt, timeZone),
    text,
    correctionWords[state],
    answer ?? blank,
  ])
  return sheet('更正请求', '我提出的更正', columns, rows)
}

function column(title: string, width: number, align: 'left' | 'center' = 'center'): Column {
  return { title, width, align }
}

function sheet(
  tab: string,
  title: string,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): Sheet {
  return { tab, title, facts: [], columns, rows, notes: [] }
}
