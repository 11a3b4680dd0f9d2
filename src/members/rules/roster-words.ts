// The words lists are written in: titles of columns, standings, offices, headings, notes.

import type { Office } from '../../kernel/roles.ts'
import type { Standing } from '../rules.ts'

/** What a column holds. */
export type Role =
  | 'name'
  | 'tail'
  | 'mobile'
  | 'phone'
  | 'partyGroup'
  | 'standing'
  | 'office'
  | 'duty'
  | 'index'
  | 'remark'
  /** ID numbers and the like: never kept. */
  | 'sensitive'
  | 'other'

const longest = 60

/** A word as it is compared: full width, spaces, line breaks and stars do not matter. */
export function bare(text: string): string {
  return even(text).replace(/\s|:$/g, '').toLowerCase()
}

const sensitive = /身份证|身份号码|证件号|护照|军官证|社保|社会保障|银行|卡号|账号|工资号/
const tail =
  /^(?:(?:本人)?(?:手机|电话|联系电话|联系方式|移动电话)?(?:号码?)?(?:后|末|尾)(?:四|4)位(?:数字?|号码?)?|(?:手机|电话)?尾号)$/
const titles: readonly (readonly [Role, RegExp])[] = [
  ['name', /^(?:(?:党员|同志|人员|真实|成员)?(?:姓名|名字)|同志|name)$/],
  ['mobile', /^(?:本人)?(?:手机|移动电话|手机电话|联系手机)(?:号码?)?[1一]?$/],
  ['phone', /^(?:本人)?(?:联系|联络)?(?:电话|方式|号码)(?:号码?)?[1一]?$|^(?:tel|phone)$/],
  ['partyGroup', /^(?:所[在属])?(?:党小组|小组)(?:名称)?$|^(?:组别|分组|所[在属]组)$/],
  ['standing', /^(?:人员|党员)?(?:类别|类型|身份)$|^(?:政治面貌|政治身份|发展阶段)$/],
  ['office', /^(?:党?支部|党内|党务|支委|党组织)(?:内)?(?:职务|任职|分工|职位)$/],
  ['duty', /^(?:职务|任职|担任职务)$/],
  ['index', /^(?:序号?|编号|no\.?|#|顺序号?)$/],
  ['remark', /^(?:备注|说明|情况说明|备注说明)$/],
  [
    'other',
    /^(?:性别|民族|年龄|籍贯|学历|学位|职称|单位|部门|班级|专业|学号|工号|邮箱|微信号?|qq号?|党龄|座机|签名|签到|出生(?:日期|年月)?|生日|(?:入党|转正|参加工作)(?:时间|日期|年月)|(?:家庭|现?居?住)?(?:住址|地址)|工作单位|(?:固定|办公|办公室|家庭)电话|(?:所在|所属)?(?:党支部|支部)|(?:入党|紧急)?联系人|入党介绍人|培养联系人|基本信息|基本情况|联系信息)$/,
  ],
]

/** What the column with that title holds; undefined for no title we know. */
export function roleOf(title: string): Role | undefined {
  if (title === '' || title.length > 40) return undefined
  const whole = bare(title)
  if (sensitive.test(whole)) return 'sensitive'
  const [, word = '', more = ''] = /^([^()]*)(?:\(([^()]*)\))?$/.exec(whole) ?? []
  if (tail.test(word) || (more !== '' && /[后末尾](?:四|4)位|尾号/.test(more))) return 'tail'
  return titles.find(([, title]) => title.test(word))?.[0]
}

const standingWords = new Map<string, Standing>([
  ['正式', 'full'],
  ['正式党员', 'full'],
  ['中共正式党员', 'full'],
  ['中共党员', 'full'],
  ['党员', 'full'],
  ['共产党员', 'full'],
  ['中国共产党党员', 'full'],
  ['预备', 'probationary'],
  ['预备党员', 'probationary'],
  ['中共预备党员', 'probationary'],
  ['中国共产党预备党员', 'probationary'],
  ['发展对象', 'candidate'],
  ['重点发展对象', 'candidate'],
  ['积极分子', 'activist'],
  ['入党积极分子', 'activist'],
  ['申请人', 'applicant'],
  ['入党申请人', 'applicant'],
  ['群众', 'nonMember'],
  ['团员', 'nonMember'],
  ['共青团员', 'nonMember'],
  ['非党员', 'nonMember'],
  ['无党派', 'nonMember'],
  ['无党派人士', 'nonMember'],
  ['民主党派', 'nonMember'],
])

/** 中共党员（预备） is 预备. */
export function standingFrom(text: string): Standing | undefined {
  const [, word = '', more = ''] = /^([^()]*)(?:\(([^()]*)\))?$/.exec(bare(text)) ?? []
  return standingWords.get(more) ?? standingWords.get(word)
}

const officeWords = new Map<string, Office>([
  ['书记', 'secretary'],
  ['副书记', 'deputySecretary'],
  ['组织委员', 'organiser'],
  ['宣传委员', 'publicist'],
  ['纪检委员', 'disciplineOfficer'],
  ['纪律检查委员', 'disciplineOfficer'],
  ['组长', 'groupLeader'],
])

/** The first office named; 支部书记 is 书记, 第一党小组组长 is 组长. */
export function officeFrom(text: string): Office | undefined {
  for (const part of bare(text).split(/[,、;/兼及和(]/)) {
    const word = part.replace(/^(?:中共)?党?支部(?:委员会)?|\)$/g, '')
    const office = officeWords.get(/小组组?长$/.test(word) ? '组长' : word)
    if (office) return office
  }
  return undefined
}

/** 一组, 第一党小组, 设计一组; never 党小组 by itself. */
export function isGroupName(text: string): boolean {
  return /^\P{P}{1,20}组$/u.test(text) && !/^(?:所在)?党?小?组$/.test(text)
}

export type Heading = { partyGroup: string } | { standing: Standing }

/** A line of its own above the people it speaks of: 第一党小组（5人）, 二、预备党员：3名. */
export function headingFrom(text: string): Heading | undefined {
  const words = even(text)
    .replace(/^(?:[(]?[一二三四五六七八九十\d]{1,3}[、.)]|党?小组:|组别:)\s*/, '')
    .replace(/[(]?:?\s?共?\s?\d{1,4}\s?[人名位][)]?:?$/, '')
    .replace(/(?:成员)?(?:名单)?:?$/, '')
    .trim()
  // 李晓雯 一组 is a person.
  if (/\s|\d{3}/.test(words)) return undefined
  if (isGroupName(words)) return { partyGroup: words }
  // 党员名单 is what the whole list is called.
  const standing = /^(?:中共)?(?:党员|团员)$/.test(words) ? undefined : standingFrom(words)
  return standing && { standing }
}

const notes = [
  /^(?:合计|总计|小计|共计|总人数|人数)(?:[:\d(人].*)?$/,
  /^(?:以上)?共(?:有|计)?\d+[人名位].*$/,
  /^(?:备注|注|说明|附注|附|注意|注意事项|填表说明|填报说明)[:\d].*$/,
  /^(?:填表|制表|填报|审核|审批|经办|统计|负责|联系|校对|录入|填写)(?:人|时间|日期|单位)(?:签[名字])?(?:[:(].*)?$/,
]
const label = /^[^\s:]{0,12}(?:签[名字]|盖章|日期|单位|联系电话|负责人)\)?\s?:/

/** Totals, remarks and signatures, which are no people. */
export function isNote(text: string): boolean {
  const line = even(text)
  const words = line.replace(/\s/g, '')
  return label.test(line) || notes.some((note) => note.test(words))
}

function even(text: string): string {
  const visible = text
    .slice(0, longest)
    .normalize('NFKC')
    .replace(/[\p{Cf}*_]/gu, '')
  return visible.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}

/** The word that says somebody is no longer here, if there is one. */
export function leavingWordIn(text: string): string | undefined {
  const words = /转出|转走|调离|调出|去世|病故|逝世|死亡|除名|开除|退党|停止党籍|失联/
  return words.exec(text.slice(0, 200))?.[0]
}
