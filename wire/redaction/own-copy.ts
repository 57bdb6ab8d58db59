/** A text that keeps nothing else in memory: a piece cut out of a body would keep all of that body. */
export function ownCopy(piece: string): string {
  return Buffer.from(piece, 'utf16le').toString('utf16le')
}
