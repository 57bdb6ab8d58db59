export type Metadata = Readonly<Record<string, string | null>>

/** Key-value pairs that a client attaches to an object. */
export const metadataRules = {
  maxPairs: (): number => 20,
  maxKeyLength: (): number => 40,
  maxValueLength: (): number => 40,
  acceptsPairs: (count: number, max: number): boolean => count <= max,
  lengthOf: (text: string): number => [...text].length,
  storedMetadata: (sent: Metadata, _resource: string): Metadata => sent,
  /** What an update leaves: what was sent replaces what was there, and nothing sent changes nothing. */
  updatedMetadata: (
    before: Metadata | null | undefined,
    sent: Metadata | null | undefined,
  ): Metadata | null | undefined => (sent === undefined ? before : sent),
  /** Lists of payments show metadata to those who ask for it. */
  inPaymentList: (asked: boolean): boolean => asked,
}
