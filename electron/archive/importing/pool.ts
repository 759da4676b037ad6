/**
 * Import processes and their limits: a file has so much time between two signs of life and so much
 * memory, or its process is killed and the next file gets a fresh one. One bad file stops nothing.
 */
import type { ParseCall, Parsed, ParsedTable, Spawn, ImportProcess } from './process.ts'

export interface Limits {
  /** Milliseconds between two signs of life (a page read is one). */
  readonly patience: number
  /** Resident bytes of the process. */
  readonly memory: number
  /** Processes at once. */
  readonly processes: number
  /** Milliseconds for which one process reads alone: to start another takes as long as to read many files. */
  readonly alone: number
}
const usual: Limits = { patience: 20_000, memory: 1_500_000_000, processes: 2, alone: 600 }

interface Job extends Omit<ParseCall, 'job'> {
  readonly done: (parsed: Parsed | ParsedTable) => void
}

export class ImportPool {
  readonly #spawn: Spawn
  readonly #limits: Limits
  readonly #waiting: Job[] = []
  readonly #idle: ImportProcess[] = []
  #running = 0
  #jobs = 0
  /** When the first of the files that are being read was begun. */
  #since = 0
  /** Until a second process comes to the side of the first. */
  #second: NodeJS.Timeout | null = null

  constructor(spawn: Spawn, limits: Partial<Limits> = {}) {
    this.#spawn = spawn
    this.#limits = { ...usual, ...limits }
  }

  /** Never rejects: what a file cannot be read for is in the answer. */
  async parse(name: string, file: ParseCall['file']): Promise<Parsed> {
    return (await this.#ask({ name, file })) as Parsed
  }

  /** The same for a table. */
  async table(name: string, file: ParseCall['file']): Promise<ParsedTable> {
    return (await this.#ask({ name, file, isTable: true })) as ParsedTable
  }

  #ask(call: Omit<ParseCall, 'job'>): Promise<Parsed | ParsedTable> {
    return new Promise((done) => {
      this.#waiting.push({ ...call, done })
      this.#next()
    })
  }

  /** Drops what waits and ends the processes. */
  close(): void {
    if (this.#second) clearTimeout(this.#second)
    for (const { name, done } of this.#waiting.splice(0))
      done({ ok: false, fault: { kind: 'file-unreadable', name }, size: 0 })
    for (const process of this.#idle.splice(0)) process.kill()
  }

  #next(): void {
    const { processes, alone } = this.#limits
    if (this.#running === 0) this.#since = performance.now()
    const rest = this.#since + alone - performance.now()
    while (this.#running < (rest > 0 ? 1 : processes)) {
      const job = this.#waiting.shift()
      if (!job) break
      this.#running++
      void this.#run(job).then((parsed) => {
        this.#running--
        job.done(parsed)
        this.#next()
      })
    }
    if (this.#second) clearTimeout(this.#second)
    this.#second = rest > 0 && this.#waiting.length > 0 ? setTimeout(() => this.#next(), rest) : null
    if (this.#running === 0) for (const process of this.#idle.splice(0)) process.kill() // nothing to do: no process, no memory
  }

  #run({ name, file, isTable = false }: Job): Promise<Parsed | ParsedTable> {
    const process = this.#idle.pop() ?? this.#fresh()
    const job = ++this.#jobs
    return new Promise((resolve) => {
      const finish = (parsed: Parsed | ParsedTable, isAlive: boolean) => {
        clearTimeout(timer)
        clearInterval(watchdog)
        this.#hearing.delete(process)
        if (isAlive) this.#idle.push(process)
        else process.kill()
        resolve(parsed)
      }
      const overrun = () =>
        finish(
          {
            ok: false,
            size: 0,
            fault: { kind: 'file-took-too-long', name, seconds: Math.round(this.#limits.patience / 1000) },
          },
          false,
        )
      let timer = setTimeout(overrun, this.#limits.patience)
      const watchdog = setInterval(() => {
        void process.memory().then((bytes) => {
          if (bytes !== null && bytes > this.#limits.memory && this.#hearing.has(process))
            finish({ ok: false, size: 0, fault: { kind: 'file-took-too-much-memory', name } }, false)
        })
      }, 50)
      this.#hearing.set(process, {
        reply: (answered, parsed) => {
          if (answered !== job) return
          if (parsed) finish(parsed, true)
          else {
            clearTimeout(timer)
            timer = setTimeout(overrun, this.#limits.patience)
          }
        },
        gone: () => finish({ ok: false, size: 0, fault: { kind: 'file-damaged', name } }, false),
      })
      process.post({ job, name, file, isTable })
    })
  }

  readonly #hearing = new Map<
    ImportProcess,
    { reply: (job: number, parsed: Parsed | ParsedTable | null) => void; gone: () => void }
  >()

  #fresh(): ImportProcess {
    const process = this.#spawn()
    process.listen(
      ({ job, parsed }) => this.#hearing.get(process)?.reply(job, parsed),
      () => {
        this.#idle.splice(0, this.#idle.length, ...this.#idle.filter((one) => one !== process))
        this.#hearing.get(process)?.gone()
      },
    )
    return process
  }
}
