/** Texts that a target may say where others make requests of them, each of a kind. */
export const hostileTexts = {
  empty: '',
  blanks: '   ',
  'a blank at the end': 'id ',
  NUL: '\0',
  'control characters': 'a\r\nx-injected: 1\u0007',
  'bidi marks': '\u202eevil\u2066',
  'half of a character': '\ud800x',
  'a letter beyond ASCII': 'Zo\u00eb',
  'a step up': '..',
  'steps up': '../../v1/other',
  'an asterisk': '*',
  'an absolute URL': 'https://elsewhere.example/v1/x',
  'a protocol-relative URL': '//elsewhere.example/x',
  'no slash at the front': 'v1/charges',
  'a query and a fragment': '?a=b&c#d',
  'faulty percent-encoding': '%00%zz',
  'a pattern that never ends': '(a+)+$[',
  'what every object inherits': 'constructor',
  'the prototype': '__proto__',
  'a number beyond all': '1e999',
  'an instant that is none': '9999-99-99T99:99:99Z',
  'a million characters': 'x'.repeat(1_000_000),
} as const satisfies Readonly<Record<string, string>>

export type TextKind = keyof typeof hostileTexts
