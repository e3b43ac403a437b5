import { EventEmitter } from 'node:events'
import { setImmediate as turn } from 'node:timers/promises'
import { PGlite, types, type ParserOptions, type SerializerOptions } from '@electric-sql/pglite'
import { runMigrations } from 'bullmq'
import { toPgText } from './to-pg-text.ts'

interface PgResult<R> {
  rows: R[]
  rowCount: number
}

/** Parameters are text already when they arrive. */
const serializers = new Proxy<SerializerOptions>({}, { get: () => (value: unknown) => value })
/** `pg` gives 64-bit integers as text; PGlite would give some as numbers and some as BigInt. */
const parsers: ParserOptions = { [types.INT8]: text => text }

/** A session lent by the pool; all of them are the one that PGlite has. */
export class PgliteClient extends EventEmitter {
  constructor(private readonly pool: PglitePool) {
    super()
    this.setMaxListeners(0)
  }

  query<R>(text: string, params?: readonly unknown[]): Promise<PgResult<R>> {
    return this.pool.query<R>(text, params)
  }

  release(): void {
    this.pool.clients.delete(this)
  }
}

/** PostgreSQL in this process, with as much of `pg.Pool` as BullMQ uses. One process per folder: take its lock first. */
export class PglitePool extends EventEmitter {
  readonly options = { keepAlive: true }
  readonly clients = new Set<PgliteClient>()

  /** Opens the folder, or a store in memory, and brings BullMQ's tables up to date. */
  static async open(dataDir: string | undefined): Promise<PglitePool> {
    const pool = new PglitePool(await PGlite.create({ dataDir }))
    await runMigrations(await pool.connect())
    pool.clients.clear()
    await pool.query('SET search_path TO "bullmq"')
    return pool
  }

  private constructor(private readonly db: PGlite) {
    super()
    this.setMaxListeners(0)
    db.onNotification((channel, payload) => {
      for (const client of this.clients) client.emit('notification', { channel, payload })
    })
  }

  async query<R>(text: string, params?: readonly unknown[]): Promise<PgResult<R>> {
    // PGlite answers within microtasks, so BullMQ's loops would starve timers and sockets.
    await turn()
    const result =
      params === undefined || params.length === 0
        ? (await this.db.exec(text, { parsers })).at(-1)
        : await this.db.query(text, params.map(toPgText), { serializers, parsers })
    const rows = (result?.rows ?? []) as R[]
    return { rows, rowCount: rows.length || (result?.affectedRows ?? 0) }
  }

  async connect(): Promise<PgliteClient> {
    const client = new PgliteClient(this)
    this.clients.add(client)
    return client
  }

  /** BullMQ does not end a pool that it was given; the owner calls `shutdown`. */
  async end(): Promise<void> {}

  async shutdown(): Promise<void> {
    await this.db.close()
  }
}
