// The yearly notice, as the operator pastes it into a file.

import chineseDays from 'chinese-days'
import { expect, test } from 'vitest'
import { readHolidayNotice } from '../../src/kernel/holiday-notice.ts'
import { addDays } from '../../src/kernel/time.ts'

const notice2026 = `国务院办公厅关于2026年部分节假日安排的通知
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2026年元旦、春节等放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。`

function daysOf(year: number): string[] {
  const days = []
  for (let day = `${year}-01-01`; day.startsWith(String(year)); day = addDays(day, 1))
    days.push(day)
  return days
}

test('the notice of 2026 says of every day what is known of it elsewhere', () => {
  const read = readHolidayNotice(notice2026)
  if (!read.ok) throw new Error(read.reason)
  const { year, rest, work } = read.notice
  expect(year).toBe(2026)
  const differing = daysOf(2026).filter((day) => {
    const isWeekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
    const isWorked = work.includes(day) || (!isWeekend && !(day in rest))
    return isWorked !== chineseDays.isWorkday(day)
  })
  expect(differing).toEqual([])
  expect(work).toEqual([
    '2026-01-04',
    '2026-02-14',
    '2026-02-28',
    '2026-05-09',
    '2026-09-20',
    '2026-10-10',
  ])
  expect(rest['2026-10-03']).toBe('国庆节')
})

test.each([
  ['one day', '2027年\n元旦：1月1日（周五）放假。', ['2027-01-01']],
  [
    'the days into the next month',
    '2027年\n春节：1月31日（周日）至2月2日放假调休，共3天。',
    ['2027-01-31', '2027-02-01', '2027-02-02'],
  ],
  [
    'days of the year before',
    '2028年\n元旦：2027年12月31日（周五）至2028年1月2日放假，共3天。',
    ['2027-12-31', '2028-01-01', '2028-01-02'],
  ],
  ['full-width figures', '２０２７年\n元旦：１月１日（星期五）放假。', ['2027-01-01']],
])('%s', (_, text, days) => {
  const read = readHolidayNotice(text)
  expect(read.ok && Object.keys(read.notice.rest)).toEqual(days)
})

test.each([
  ['no year', '元旦：1月1日放假。', { reason: 'yearMissing' }],
  ['nothing in it', '2027年工作计划', { reason: 'nothingFound' }],
  [
    'another weekday',
    '2027年\n元旦：1月1日（周四）放假。',
    {
      reason: 'wrong',
      sentence: '1月1日(周四)放假',
    },
  ],
  [
    'another number of days',
    '2027年\n元旦：1月1日至3日放假，共4天。',
    {
      reason: 'wrong',
      sentence: '1月1日至3日放假,共4天',
    },
  ],
  ['no such day', '2027年\n元旦：2月30日放假。', { reason: 'wrong', sentence: '2月30日放假' }],
  [
    'a span that ends before it begins',
    '2027年\n元旦：1月3日至1日放假。',
    {
      reason: 'wrong',
      sentence: '1月3日至1日放假',
    },
  ],
])('a notice with %s is refused', (_, text, refusal) => {
  expect(readHolidayNotice(text)).toEqual({ ok: false, ...refusal })
})
