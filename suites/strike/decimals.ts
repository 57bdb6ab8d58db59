const form = /^(-?)(\d+)(?:\.(\d+))?$/

/** A decimal without rounding: whole units of ten to the power of minus `scale`. */
export interface Decimal {
  readonly units: bigint
  readonly scale: number
}

/** The number that a value stands for, thousands separators left out; undefined for any other value. */
export function decimalOf(value: unknown): Decimal | undefined {
  // that it has to be a text is said by the schema
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const [, sign, whole, fraction = ''] = form.exec(String(value).replaceAll(',', '')) ?? []
  return whole === undefined ? undefined : { units: BigInt(`${sign}${whole}${fraction}`), scale: fraction.length }
}

/** Two texts stand for the same number, to the last digit. */
export function sameNumber(left: unknown, right: unknown): boolean {
  const [a, b] = [decimalOf(left), decimalOf(right)]
  return a !== undefined && b !== undefined && minus(a, b).units === 0n
}

/** The product. */
export function times(left: Decimal, right: Decimal): Decimal {
  return { units: left.units * right.units, scale: left.scale + right.scale }
}

/** The difference. */
export function minus(left: Decimal, right: Decimal): Decimal {
  const scale = Math.max(left.scale, right.scale)
  return { units: raise(left, scale) - raise(right, scale), scale }
}

/** Whether a number is at most as far from zero as another. */
export function isWithin(value: Decimal, bound: Decimal): boolean {
  const { units } = value
  return minus({ units: units < 0n ? -units : units, scale: value.scale }, bound).units <= 0n
}

/** One unit of the last digit that a number shows. */
export function lastDigit({ scale }: Decimal): Decimal {
  return { units: 1n, scale }
}

/** The sum. */
export function plus(left: Decimal, right: Decimal): Decimal {
  const scale = Math.max(left.scale, right.scale)
  return { units: raise(left, scale) + raise(right, scale), scale }
}

function raise({ units, scale }: Decimal, to: number): bigint {
  return units * 10n ** BigInt(to - scale)
}
