import type { Capability, Clause } from './clause.ts'
import type { Declaration } from './declaration.ts'
import type { Headers } from './exchange.ts'
import type { JsonObject } from './json.ts'

/** A JSON Schema as data. */
export type Schema = JsonObject

/** How one operation of the OpenAPI description is called and answered. */
export interface Operation {
  readonly id: string
  readonly method: string
  /** Path template below the origin, e.g. `/v1/charges/{charge}`. */
  readonly path: string
  readonly tags: readonly string[]
  readonly pathParameters: readonly Parameter[]
  readonly queryParameters: readonly Parameter[]
  /** Request body schema with its media types in order of preference. */
  readonly body?: { readonly required: boolean; readonly mediaTypes: readonly string[]; readonly schema: Schema }
  /** `$id` of the body schema by status (`200`, `4XX`, `default`); null where the answer has no body, undefined where it has any or none. */
  readonly answers: Readonly<Record<string, string | null | undefined>>
  /** The clause that says this operation exists and succeeds. */
  readonly clause: string
  readonly creates?: Creation
}

export interface Parameter {
  readonly name: string
  readonly required: boolean
  readonly schema: Schema
}

/** What a successful call leaves behind, and how it can be removed. */
export interface Creation {
  readonly kind: string
  /** JSON Pointer of the new object's id in the answer. */
  readonly id: string
  /** Operation that removes it, with the name of the path parameter for its id; absent where nothing removes it. */
  readonly removedBy?: { readonly operation: string; readonly parameter: string }
}

/** What differs between providers, as data. */
export interface Provider {
  readonly name: string
  /** Where a provider of the user's own is: its folder, and what the user calls that. Nobody writes it into a provider file. */
  readonly own?: { readonly folder: string; readonly named: string }
  readonly title: string
  /** Title of the source document; the default of a clause file. */
  readonly document: string
  readonly live: LiveAccess
  readonly authentication: Authentication
  readonly encoding: 'json' | 'form'
  /** Sent with every request unless a check says otherwise. */
  readonly headers: Headers
  /** Media type that official clients announce on a POST without a body. */
  readonly emptyPostType?: string
  readonly idempotencyHeader?: string
  /** Request header that names another account to act for, in lower case. */
  readonly accountHeader?: string
  /** The version of the API that the contract describes, and the header in which requests ask for one and answers name theirs. */
  readonly version?: {
    readonly name: string
    readonly header: string
    /** What later versions changed of what the contract describes. */
    readonly later?: readonly VersionChange[]
  }
  readonly requestId?: { readonly header?: string; readonly pointer?: string }
  /** Capabilities that the live sandbox has. */
  readonly liveCapabilities: readonly Capability[]
  readonly pace: Pace
  readonly retry: RetryPolicy
  readonly change: ChangePolicy
}

/** What a later version of the API changed of an object. Versions are named by dates, so that they sort. */
export interface VersionChange {
  readonly since: string
  readonly text: string
  readonly address: string
  /** The kind of object, as it says itself. */
  readonly of: string
  /** Properties that are there no more, and those that are there in their place. */
  readonly properties: readonly string[]
  readonly became?: readonly string[]
}

/** Where the live service is and what guards it. */
export interface LiveAccess {
  /** Sandbox origin without a trailing slash; absent where no sandbox is running, then `closed` says so. */
  readonly origin?: string
  readonly closed?: string
  readonly sandboxHosts: readonly string[]
  readonly productionHosts: readonly string[]
  /** Regular expression of a production key. */
  readonly productionKey?: string
  /** Regular expression of a sandbox key, where its form tells. */
  readonly sandboxKey?: string
  /** Environment variable of the key, of a second account's key, and of the origin. */
  readonly keyVariable: string
  readonly secondKeyVariable?: string
  readonly originVariable: string
  /** Environment variable of the token that goes into Authorization, where it is not the key itself. */
  readonly tokenVariable?: string
}

export interface Authentication {
  /** How the key goes into Authorization, the usual way first; empty where it does not. */
  readonly schemes: readonly ('bearer' | 'basic-user')[]
  /** Further header that carries the key, where the provider wants two. */
  readonly keyHeader?: string
  /** Query parameter, and cookie, that carry the key. */
  readonly keyQuery?: string
  readonly keyCookie?: string
  /** Key of an emulator account is this prefix and the account's label as letters and digits. */
  readonly keyPrefix: string
  /** A key of the right shape that no account has. */
  readonly unknownKey: string
}

/** Documented limits of one account. */
export interface Pace {
  readonly concurrency: number
  readonly requestsPerSecond: number
}

export interface RetryPolicy {
  readonly attempts: number
  readonly firstDelayMs: number
  readonly longestDelayMs: number
}

/** Which drift the provider declares harmless, and the clause that says so. */
interface ChangePolicy {
  readonly newProperty?: string
  readonly newEnumValue?: string
}

/** All that a provider promises, loaded and checked. */
export interface Contract {
  readonly provider: Provider
  readonly clauses: ReadonlyMap<string, Clause>
  readonly operations: ReadonlyMap<string, Operation>
  /** Documented origins with their base paths, without a trailing slash. */
  readonly servers: readonly string[]
  /** Every schema file of the provider by `$id`. */
  readonly schemas: ReadonlyMap<string, Schema>
  readonly declaration: Declaration
  /** Changes whenever the contract does. */
  readonly hash: string
}
