/** A decimal number without rounding: `units` of ten to the power of minus `scale`. */
export interface Decimal {
  readonly units: bigint
  readonly scale: number
}

const zero: Decimal = { units: 0n, scale: 0 }

const form = /^(-?)(\d+)(?:\.(\d+))?$/

/** The number that a text like `12.50` stands for; undefined for any other text. */
export function parseDecimal(text: string): Decimal | undefined {
  const [, sign, whole, fraction = ''] = form.exec(text) ?? []
  if (whole === undefined) return undefined
  return { units: BigInt(`${sign}${whole}${fraction}`), scale: fraction.length }
}

/** The number written with exactly this many digits after the point, further digits cut off. */
export function formatDecimal(value: Decimal, scale: number): string {
  const { units } = rescale(value, scale)
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  const sign = units < 0n ? '-' : ''
  return scale === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(digits.length - scale)}`
}

/** Negative, zero or positive, as the first number is below, equal to or above the second. */
export function compareDecimals(left: Decimal, right: Decimal): number {
  const scale = Math.max(left.scale, right.scale)
  const difference = rescale(left, scale).units - rescale(right, scale).units
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** The difference of two texts that stand for numbers. */
export function subtractDecimals(left: string, right: string): string {
  const [from, by] = [parseDecimal(left) ?? zero, parseDecimal(right) ?? zero]
  const scale = Math.max(from.scale, by.scale)
  return formatDecimal({ units: rescale(from, scale).units - rescale(by, scale).units, scale }, scale)
}

/** The quotient of two positive numbers, rounded up in its last digit. */
export function divideUp(dividend: Decimal, divisor: Decimal, scale: number): Decimal {
  const numerator = dividend.units * 10n ** BigInt(scale + divisor.scale)
  const denominator = divisor.units * 10n ** BigInt(dividend.scale)
  return { units: (numerator + denominator - 1n) / denominator, scale }
}

/** The number without trailing zeros after the point. */
export function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

/** `1234567.50` as `1,234,567.50`. */
export function groupThousands(text: string): string {
  const [whole = '', fraction] = text.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

function rescale({ units, scale }: Decimal, to: number): Decimal {
  return to >= scale
    ? { units: units * 10n ** BigInt(to - scale), scale: to }
    : { units: units / 10n ** BigInt(scale - to), scale: to }
}
