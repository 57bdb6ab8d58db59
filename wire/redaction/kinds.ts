import * as checks from './check-digits.ts'
import type { HasCheckDigits } from './check-digits.ts'
import { keyForm, keyHint } from './key-forms.ts'

/** What its form alone tells to be secret or personal, wherever it stands. */
export interface Kind {
  /** What a placeholder is called. */
  readonly label: string
  /** What has to be in a text for the form to be in it, as looking for the form takes longer. */
  readonly hint: RegExp
  readonly form: RegExp
  readonly holds?: HasCheckDigits
}

/** Between the groups of printed numbers. */
const gap = String.raw`(?:\r\n|\\[nrt]|[ ./\t\n\u00a0\u2009\u202f\u200b-\u200d\u2060\ufeff\u2010-\u2013-])`
const alone = (form: string, flags = 'g'): RegExp =>
  new RegExp(String.raw`(?<![\w.+])(?<!\d[-.])${form}(?![\w])(?![-.]\d)`, flags)

const digits = /\d{2}/
const longDigits = /\d(?:[^A-Za-z]?\d){7}/

/** The label and the domain of a mail address; what follows an @ in the name of a file or a package is none. */
const domain = String.raw`(?:[\p{L}\p{Nd}](?:[\p{L}\p{Nd}-]{0,61}[\p{L}\p{Nd}])?\.){1,8}(?!(?:png|jpe?g|gif|svg|ico|css|js|mjs|cjs|tsx?|jsx|json|html?|xml|ya?ml|webp|pdf|txt|map)\b)(?:xn--[a-z\d-]{2,59}|\p{L}{2,63})(?![\p{L}\p{Nd}])|\[[\d.:a-fA-F]{3,45}\]`

/** In this order: the first form that fits is what a text is. */
export function kindsFor(keyPrefix: string): readonly Kind[] {
  return [
    {
      label: 'key',
      hint: /-----BEGIN /,
      form: /-----BEGIN [A-Z\d ]{0,40}(?:KEY|CERTIFICATE|MESSAGE)[A-Z ]{0,10}-----[\s\S]*?(?:-----END [A-Z\d ]{0,60}-----|$)/g,
    },
    {
      label: 'card',
      hint: /\^|;\d{12}/,
      form: /%?[A-Z]?\d{12,19}\^[^^\r\n]{2,40}\^\d{4}[^?\s"]{0,60}\??|;\d{12,19}=\d{4,40}\??/g,
    },
    {
      label: 'credentials',
      hint: /:\/\//,
      form: /(?<=:\/\/)[^\s/@:"'<>]{0,200}:[^\s/@"'<>]{1,200}(?=@)/g,
    },
    {
      label: 'credentials',
      hint: /(?:^|\s)(?:-u|--user)[ =]/,
      form: /(?<=(?:^|\s)(?:-u|--user)[ =]["']?)[^\s:"']{1,64}:[^\s"']{1,200}/g,
    },
    {
      label: 'secret',
      hint: /\$(?:2[abxy]|argon2)/,
      form: /\$(?:2[abxy]\$\d\d\$[./A-Za-z\d]{53}|argon2[di]{1,2}\$[\w$=,./+]{30,200})/g,
    },
    {
      label: 'identity',
      hint: /</,
      form: /(?<![A-Z\d<])(?:[PVIAC][A-Z<][A-Z]{3}[A-Z\d<]{25,39}|[A-Z\d<]{9}\d[A-Z<]{3}\d{7}[MFX<]\d{7}[A-Z\d<]{2,16})(?![A-Z\d<])/g,
    },
    { label: 'token', hint: /eyJ/, form: /(?<![\w-])eyJ[\w-]{5,}\.[\w-]{2,}(?:\.[\w-]*){0,3}/g },
    { label: 'key', hint: keyHint, form: keyForm(keyPrefix) },
    {
      label: 'email',
      hint: /@/,
      form: new RegExp(
        String.raw`(?:"[^"\r\n]{1,64}"|(?<![\p{L}\p{Nd}._%+-])[\p{L}\p{Nd}](?:[\p{L}\p{Nd}.!#$%&'*+/=?^_{|}~-]{0,62}[\p{L}\p{Nd}_+-])?)@(?:${domain})`,
        'gu',
      ),
    },
    {
      label: 'email',
      hint: /[[(]at[)\]]/i,
      form: /(?<![\w.+-])[\w.+-]{1,64} ?[[(]at[)\]] ?[\w-]{1,63}(?: ?(?:[[(]dot[)\]]|\.) ?[\w-]{1,63}){1,5}/gi,
    },
    {
      label: 'iban',
      hint: digits,
      form: /(?<![\w-])[A-Za-z]{2}\d{2}(?:[ .\u00a0-][A-Za-z\d]{4}){2,7}(?:[ .\u00a0-][A-Za-z\d]{1,3})?(?![\w-])/g,
      holds: checks.iban,
    },
    {
      label: 'iban',
      hint: digits,
      form: /(?<![\w-])[A-Z]{2}\d{2}(?:[ \u00a0-]?[A-Z\d]{4}){2,7}(?:[ \u00a0-]?[A-Z\d]{1,3})?(?![\w-])/g,
      holds: checks.iban,
    },
    {
      label: 'card',
      hint: longDigits,
      form: alone(String.raw`\d{4}(?:${gap}?\d{4}){2}${gap}?\d{1,4}(?:${gap}?\d{3})?`),
      holds: checks.card,
    },
    { label: 'card', hint: longDigits, form: alone(String.raw`\d{4}${gap}\d{6}${gap}\d{4,5}`), holds: checks.card },
    { label: 'card', hint: longDigits, form: alone(String.raw`\d{12,19}`), holds: checks.card },
    ...identities.map(([form, holds]) => ({
      label: 'identity',
      hint: digits,
      form: alone(form, 'gi'),
      ...(holds === undefined ? {} : { holds }),
    })),
    { label: 'phone', hint: /0\d/, form: alone(nationalPhone), holds: isNationalPhone },
    {
      label: 'phone',
      hint: digits,
      form: new RegExp(
        String.raw`(?<![\w+])\+[1-9]\d{0,3}(?:[ .()/\u00a0-]{0,3}\d){7,12}(?!\w)|${alone(String.raw`(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}`).source}`,
        'g',
      ),
    },
  ]
}

/** As it is dialled within a country, or from one to another: zeros first, in groups. */
const nationalPhone = String.raw`(?:\(0\d{1,5}\) ?\d{2,8}|0\d{1,5}[ ./-]\d{2,8})(?:[ ./-]\d{2,8}){0,5}`
const isNationalPhone: HasCheckDigits = (text) =>
  /^(?:\D*\d){10,14}\D*$/.test(text) && !/^\d{2}([./-])\d{2}\1(?:19|20)\d{2}(?!\d)/.test(text)

/** Numbers of social security, tax numbers and the like, each with what sets it apart from other digits. */
const identities: readonly (readonly [form: string, holds?: HasCheckDigits])[] = [
  [String.raw`\d{3}([-. ])\d{2}\1\d{4}`, checks.socialSecurity], // United States
  [String.raw`(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}[-+A]\d{3}[\dA-FHJ-NPR-Y]`, checks.hetu], // Finland
  [String.raw`(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}-\d{4}`], // Denmark
  [String.raw`\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}`], // Belgium
  [String.raw`[0-7]\d(?:0[1-9]|1[0-2])\d{2} ?\d{5}`, checks.norwegian], // Norway
  [String.raw`[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]`], // United Kingdom
  [String.raw`\d{3}[- ]\d{3}[- ]\d{3}`, checks.luhn], // Canada
  [String.raw`\d{3}\.\d{3}\.\d{3}-\d{2}`, checks.cpf], // Brazil, of persons
  [String.raw`\d{2}\.\d{3}\.\d{3}/\d{4}-\d{2}`, checks.cnpj], // and of firms
  [String.raw`(?:\d{8}|[XYZ]\d{7})-?[A-HJ-NP-TV-Z]`, checks.dni], // Spain
  [String.raw`[A-Z]{6}\d{2}[A-EHLMPR-T]\d{2}[A-Z]\d{3}[A-Z]`], // Italy
  [String.raw`[12] ?\d{2} ?(?:0[1-9]|1[0-2]) ?\d{2} ?\d{3} ?\d{3} ?\d{2}`, checks.insee], // France
  [String.raw`756\.\d{4}\.\d{4}\.\d{2}`, checks.ahv], // Switzerland
  [String.raw`\d{2}(?:0[1-9]|1[0-2]|2[1-9]|3[0-2])(?:0[1-9]|[12]\d|3[01])\d{5}`, checks.pesel], // Poland
  [String.raw`(?:19|20)?\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[-+]\d{4}`], // Sweden
  [String.raw`\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-[1-4]\d{6}`], // Korea
  [String.raw`\d{4}[ -]\d{4}[ -]\d{4}`, checks.verhoeff], // India
  [String.raw`[A-Z]{3}[ABCFGHLJPT][A-Z]\d{4}[A-Z]`], // India, of taxes
  [String.raw`[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]`, checks.residentId], // China
  [String.raw`[A-Z]{4}\d{6}[HM][A-Z]{5}[A-Z\d]\d`], // Mexico
]
