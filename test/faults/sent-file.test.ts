// The program is killed while it fetches, reads and hands over a list that somebody sent.

import { randomInt } from 'node:crypto'
import { setTimeout as passes } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foundBranch } from './branch.ts'
import { type LoopbackStage, openLoopbackStage } from './loopback-stage.ts'

const csv = new TextEncoder().encode('姓名,手机后四位\n张伟,0138\n李娜,8899\n')

const seed = Number(process.env.FAULT_SEED ?? randomInt(2 ** 31))
/** The update, the download and the table's thread take some 300 ms; five lists an hour are taken. */
const moments = fc.sample(fc.nat(400), { seed, numRuns: 5 })

test(`a list is read once, killed at five moments of chance (seed ${seed})`, async () => {
  const stage = await openLoopbackStage()
  const secretary = await branchOfOne(stage)
  for (const [at, afterMs] of moments.entries()) {
    await secretary.says('/members')
    await secretary.presses('更新名册')
    secretary.person.sendsDocument(stage.bot, { name: '名册.csv', bytes: csv })
    await passes(afterMs)
    await stage.kill()
    await stage.start()
    expect(kept(stage)).toEqual({ waiting: 0, reading: 0, asked: at + 1 })
    expect((await secretary.last()).text).toContain('读到 2 人')
    await secretary.presses('取消')
  }
})

async function branchOfOne(stage: LoopbackStage) {
  const secretary = stage.person('陈敏')
  const group = await stage.group('青砖里文创园联合党支部', ['陈敏'])
  await stage.addsBot(group, '陈敏')
  await secretary.opens()
  await stage.write((w) => foundBranch(w, { group, comrades: [secretary.person] }))
  return secretary
}

/** Files that wait, lists that wait for theirs, and all lists ever asked for. */
function kept(stage: LoopbackStage) {
  const count = (from: string) =>
    stage.look((raw) => raw.prepare(`SELECT count(*) FROM ${from}`).pluck().get())
  return {
    waiting: count('file_reads'),
    reading: count("roster_imports WHERE state = 'reading'"),
    asked: count('roster_imports'),
  }
}
