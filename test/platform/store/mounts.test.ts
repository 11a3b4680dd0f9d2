// On which disk a folder is, and which disks a database may not live on.

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fileSystemOf, isShared } from '../../../src/platform/store/mounts.ts'

const mountinfo = `22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime shared:1 master:2 - ext4 /dev/vda rw,discard
40 27 0:50 / /data rw,relatime - virtiofs share rw
41 27 0:51 / /data/inner rw,relatime - ext4 /dev/vdb rw
42 27 0:52 / /my\\040files rw - fuse.sshfs host:/x rw
43 27 0:53 / /twice rw - ext4 /dev/vdc rw
44 27 0:54 / /twice rw - nfs4 host:/y rw
`

test.for([
  ['/', 'ext4'],
  ['/var/lib/zhijian', 'ext4'],
  ['/data', 'virtiofs'],
  ['/data/zhijian', 'virtiofs'],
  ['/database', 'ext4'],
  ['/data/inner', 'ext4'],
  ['/data/inner/deep', 'ext4'],
  ['/my files/zhijian', 'fuse.sshfs'],
  ['/twice/zhijian', 'nfs4'],
] as const)('%s is on %s', ([path, type]) => {
  expect(fileSystemOf(mountinfo, path)).toBe(type)
})

test.for([
  ['ext4', false],
  ['xfs', false],
  ['btrfs', false],
  ['overlay', false],
  ['tmpfs', false],
  ['virtiofs', true],
  ['9p', true],
  ['nfs', true],
  ['nfs4', true],
  ['cifs', true],
  ['smb3', true],
  ['fuse', true],
  ['fuse.sshfs', true],
  ['fuseblk', true],
  ['fakeowner', true],
] as const)('a disk of kind %s is shared: %s', ([type, answer]) => {
  expect(isShared(type)).toBe(answer)
})

test('a text that is not mountinfo says nothing', () => {
  expect(fileSystemOf('', '/data')).toBeUndefined()
  expect(fileSystemOf('what?\n - \n', '/data')).toBeUndefined()
})

test("this machine's own root is on something", { skip: process.platform !== 'linux' }, () => {
  expect(fileSystemOf(readFileSync('/proc/self/mountinfo', 'utf8'), '/')).toMatch(/^\w/)
})
