/** What the operations and resources of a contract are, as data: what laws quantify over. */
export interface Declaration {
  /** What names and shapes told, by JSON Pointer, and from what it was concluded. */
  readonly guessed?: Readonly<Record<string, string>>
  readonly resources: Readonly<Record<string, Resource>>
  /** What is promised of each list, by its operation. */
  readonly lists: Readonly<Record<string, List>>
  readonly paging?: Paging
  readonly keys?: Keys
  readonly metadata?: Metadata
  readonly isolation?: Isolation
  /** Clauses that say that bodies are taken, by media type. */
  readonly bodies?: Readonly<Record<string, string>>
}

/** Clauses by the rule of a law that they state. */
export type ClausesByRule = Readonly<Record<string, string>>

/** One kind of object that an account holds. */
export interface Resource {
  /** JSON Pointer of it in an answer about one. */
  readonly at: string
  /** JSON Pointer of its id, within it. */
  readonly id: string
  /** Path parameter that takes its id. */
  readonly parameter?: string
  /** The resource that it belongs to, by which a path begins. */
  readonly within?: { readonly resource: string; readonly parameter: string }
  readonly create: readonly string[]
  readonly retrieve?: string
  /** Further operations that read it. */
  readonly views: readonly string[]
  /** Where a view shows it elsewhere than the others, by its operation. */
  readonly viewedAt?: Readonly<Record<string, string>>
  /** What is hidden of it but from the operations that are made for showing it. */
  readonly masks?: readonly Mask[]
  readonly update?: string
  readonly delete?: string
  /** Operations that do something to it. */
  readonly act: readonly string[]
  /** Who it belongs to: an account, or also an embedded account that a header names. */
  readonly owners: readonly Owner[]
  /** JSON Pointers of the accounts that hold it; where they differ, it belongs to more than one. */
  readonly parties?: readonly string[]
  /** JSON Pointers of what never changes. */
  readonly fixed: readonly string[]
  /** JSON Pointers of what changes by itself, or with any write. */
  readonly moving: readonly string[]
  /** JSON Pointers of what others bring about, such as a payer. */
  readonly driven?: readonly string[]
  /** JSON Pointer of the time at which it was last written, by a request or by itself. */
  readonly touched?: string
  readonly created?: CreationTime
  /** The clause that says how an id is answered that nothing has, where ids have no fixed form. */
  readonly unknown?: string
  /** The clause that says that it is read as it was written, whatever is done to others of its kind. */
  readonly stays?: string
  /** What each operation takes over into the resource. */
  readonly writes: Readonly<Record<string, readonly Write[]>>
  /** What an answer repeats of its request besides: references and the like, for which no value can be made up. */
  readonly repeats?: Readonly<Record<string, readonly Repeat[]>>
  /** What the answer to an action shows, whatever it was done to. */
  readonly results?: Readonly<Record<string, readonly Result[]>>
  /** What each update or action leaves alone. */
  readonly keeps: Readonly<Record<string, Keeps>>
  /** By operation, the clause that says that a refused request leaves no trace. */
  readonly refusals?: ClausesByRule
  readonly metadata?: MetadataOfResource
  readonly deletion?: Deletion
  /** Properties that can be shown as the object that they name. */
  readonly relations: readonly Relation[]
}

type Owner = 'account' | 'embedded-account'

/** A property that answers show in a masked form. */
export interface Mask {
  /** JSON Pointer of it in the resource. */
  readonly at: string
  /** JSON Pointer of it in the requests that write it, where that is another. */
  readonly from?: string
  /** Regular expression of the masked form. */
  readonly form: string
  /** Characters at the end of the value that the masked form keeps. */
  readonly keeps?: number
  readonly clause: string
  /** Clauses that say that it is shown as it was written, by operation. */
  readonly clauses: ClausesByRule
}

/** When an object says that it was made. */
export interface CreationTime {
  readonly at: string
  readonly unit: 'seconds' | 'milliseconds' | 'instant'
  readonly clause: string
}

/** Properties of a request that its resource has afterwards. */
export interface Write {
  readonly clause: string
  readonly properties: Readonly<Record<string, WrittenProperty>>
}

/** JSON Pointers of what stands in the request and, alike, in the resource. */
export interface Repeat {
  readonly clause: string
  readonly at: readonly string[]
}

/** Values by their JSON Pointers in the resource. */
interface Result {
  readonly clause: string
  readonly shows: Readonly<Record<string, string | number | boolean>>
}

/** A property of a request, by its JSON Pointer in the body. */
export interface WrittenProperty {
  readonly kind: 'text' | 'label' | 'word' | 'email' | 'integer' | 'decimal' | 'flag' | 'choice' | 'url'
  /** JSON Pointer of it in the resource, where it is not that of the request. */
  readonly at?: string
  /** The documented limits: characters of a text, or a number. */
  readonly least?: number
  readonly most?: number
  /** Values of a choice, or of any kind beside those that are visited anyway. */
  readonly values?: readonly (string | number | boolean)[]
  /** It may be sent as null, which leaves none. */
  readonly nullable?: boolean
  /** The document allows that it is shown as null, or not at all. */
  readonly hideable?: boolean
  /** An update with an empty value unsets it. */
  readonly unsettable?: boolean
}

/** What an update or an action may change besides what is sent; it leaves the rest alone. */
export interface Keeps {
  readonly clause: string
  readonly changes: readonly string[]
  /** Where a clause speaks of these only. */
  readonly only?: readonly string[]
}

/** Metadata of one resource, and the operations that write it. */
export interface MetadataOfResource {
  readonly create?: string
  readonly update?: string
  readonly clauses: ClausesByRule
}

/** What a deletion leaves. */
export interface Deletion {
  readonly leaves: 'nothing' | 'stub' | 'object'
  readonly clauses: ClausesByRule
  /** Requests that refer to it, in their path or at a place of their body, and the clause that refuses them. */
  readonly referredBy: readonly {
    readonly operation: string
    readonly at?: string
    readonly clause: string
    /** What they made before stays as it is. */
    readonly lasts?: true
  }[]
}

/** A property that names another object. */
interface Relation {
  readonly at: string
  readonly resource: string
}

/** A list, and what it promises of order and selection. */
export interface List {
  /** Resources that it holds. */
  readonly of: readonly string[]
  /** JSON Pointer of the name of its resource in an item, where it holds more than one. */
  readonly tells?: string
  /** JSON Pointers at which its items may stand, the first one with an array counts. */
  readonly items: readonly string[]
  /** The order where none is asked for: that of creation, and where an item tells when that was. */
  readonly order?: { readonly direction: Direction; readonly by?: string; readonly clause: string }
  readonly sorts: readonly Sort[]
  readonly filters: readonly Filter[]
  readonly clauses: ClausesByRule
}

export type Direction = 'ascending' | 'descending'

/** A property that a list is sorted by on demand. */
export interface Sort {
  readonly by: string
  readonly query: Readonly<Record<Direction, Readonly<Record<string, string>>>>
  readonly clauses: Readonly<Record<Direction, string>>
}

/** A query parameter that selects by a property. */
export interface Filter {
  readonly parameter: string
  /** JSON Pointers within an item; one of them suffices. */
  readonly properties: readonly string[]
  /** A flag selects what has it; nothing is promised of those that have not. */
  readonly how: 'equality' | 'set' | 'flag' | 'contains' | 'at-least' | 'at-most' | 'bounds' | 'odata' | 'odata-bounds'
  readonly clause: string
}

/** How lists go on from page to page. */
export interface Paging {
  readonly style: 'cursor' | 'number' | 'skip' | 'none'
  /** Query parameter of the size of a page. */
  readonly size: string
  /** Pages by number: the parameter, the number of the first page, and where an answer says which page it is. */
  readonly number?: { readonly parameter: string; readonly first: number; readonly at?: string }
  readonly skip?: string
  readonly after?: string
  readonly before?: string
  /** JSON Pointer of what says that there is more, or how many there are. */
  readonly more?: string
  readonly total?: string
  readonly default?: number
  readonly most?: number
  readonly clauses: ClausesByRule
}

/** Requests that may be repeated under a key. */
export interface Keys {
  readonly operations: readonly string[]
  readonly longest: number
  /** The form that a key has to have; any text where absent. */
  readonly form?: 'uuid'
  /** Seconds for which a key is known at least, and after which it is forgotten. */
  readonly known?: number
  readonly forgotten?: number
  readonly clauses: ClausesByRule
}

/** The rules of metadata that hold for every resource that has it. */
export interface Metadata {
  /** JSON Pointer within a resource. */
  readonly at: string
  readonly update: 'merges' | 'replaces'
  readonly keys: number
  readonly keyLength: number
  readonly valueLength: number
  readonly clauses: ClausesByRule
}

/** What one account sees of another. */
export interface Isolation {
  readonly clauses: ClausesByRule
  /** Header that names an embedded account, and the clauses about those. */
  readonly embedded?: { readonly header: string; readonly clauses: ClausesByRule }
}
