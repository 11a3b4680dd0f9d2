// A thread of its own for one file: what hangs or swells here ends with it.

import { parentPort, workerData } from 'node:worker_threads'
import { readSent, type SentFile } from './table-kinds.ts'

parentPort?.postMessage(await readSent(workerData as SentFile))
