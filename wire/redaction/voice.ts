/**
 * Whose text it is: of the suite, as it sends it or as it expects it; of somebody else; or of a refusal, whose texts say anything, whatever
 * type a schema gives them.
 */
export type Voice = 'ours' | 'expected' | 'theirs' | 'refusal'

/**
 * What a text may hold: of ours, only what the target told goes; of a word that a schema lists, such as an id, what a form tells; of other
 * texts that a schema describes, also what looks like a key; else all that is not known to be harmless.
 */
export type Reading = 'ours' | 'listed' | 'described' | 'undescribed'

/** What the rest of a text is read as, when what stands at places was read. */
export const readingOf: Readonly<Record<Voice, Reading>> = {
  ours: 'ours',
  expected: 'ours',
  theirs: 'described',
  refusal: 'described',
}

/** Whose text it is that was found within a text. */
export const voiceOf: Readonly<Record<Reading, Voice>> = {
  ours: 'ours',
  listed: 'theirs',
  described: 'theirs',
  undescribed: 'refusal',
}
