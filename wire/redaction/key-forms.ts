/** Letters and digits of a key, and what base64 has beside them. */
const tail = String.raw`[A-Za-z0-9_+/=-]`

/** How the keys of known vendors begin, and what follows. */
const vendors: readonly string[] = [
  // Stripe and those who write keys as it does
  String.raw`(?:sk|pk|rk|ek|ak)_(?:test|live|prod|production|sandbox|sbox|dev)_${tail}{8,}`,
  String.raw`(?:sk|pk|rk|ek)_(?=\w{0,40}\d\w{0,40}[A-Za-z_]\w{0,40}\d|\w{0,40}[A-Z])[A-Za-z0-9]${tail}{15,}`,
  String.raw`whsec_${tail}{8,}`,
  String.raw`(?:pi|seti|cs|src)_\w{6,60}_secret_${tail}{6,}`,
  // clouds
  String.raw`(?:AKIA|ASIA|AROA|AIDA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])`,
  String.raw`AIza[\w-]{35}`,
  String.raw`ya29\.[\w-]{20,}`,
  String.raw`GOCSPX-[\w-]{20,}`,
  String.raw`(?:do[opr]_v1_)[a-f0-9]{40,}`,
  String.raw`(?:hvs|hvb|hvr|s)\.[A-Za-z0-9]{24,}`,
  String.raw`dapi[a-f0-9]{32}`,
  String.raw`HRKU-[\w-]{30,}`,
  String.raw`[A-Za-z0-9]{14}\.atlasv1\.[\w-]{40,}`,
  String.raw`[A-Za-z0-9+/]{86}==`,
  String.raw`(?:AccountKey|SharedAccessKey|sig)=[A-Za-z0-9%+/=]{20,}`,
  // code hosts and package registries
  String.raw`(?:gh[opusr]|github_pat)_[A-Za-z0-9_]{20,}`,
  String.raw`gl(?:pat|dt|rt|cbt|ptt|soat)-[\w-]{20,}`,
  String.raw`(?:npm|rubygems|hf|nvapi|ntn|lin_api|figd|rdme|sntryu|phc|phx|pul|tfp|shippo_(?:live|test))[_-][A-Za-z0-9]{20,}`,
  String.raw`dckr_(?:pat|oat)_[\w-]{20,}`,
  String.raw`(?:pypi|sntrys)[_-](?=[\w-]{0,40}\d)[\w-]{20,}`,
  String.raw`ATATT3[\w=-]{20,}`,
  String.raw`(?:glsa|glc)_[\w=+/]{20,}`,
  String.raw`dp\.(?:pt|st|ct|sa|scim|audit)\.[\w.]{20,}`,
  String.raw`NR(?:AK|II|RA|JS)-[\w-]{20,}`,
  // messages
  String.raw`xox[abeoprs]-[\w-]{10,}`,
  String.raw`xapp-\d-[\w-]{10,}`,
  String.raw`hooks\.slack\.com/services/[\w/]{20,}`,
  String.raw`discord(?:app)?\.com/api/webhooks/\d{15,}/[\w-]{20,}`,
  String.raw`SG\.[\w-]{16,80}\.[\w-]{16,80}`,
  String.raw`(?:SK|AC)[a-f0-9]{32}(?![A-Za-z0-9])`,
  String.raw`key-[a-f0-9]{32}`,
  String.raw`(?:xkeysib|xsmtpsib)-[\w-]{20,}`,
  String.raw`\d{8,10}:AA[\w-]{33}`,
  String.raw`[MNO][\w-]{23,25}\.[\w-]{6}\.[\w-]{27,}`,
  String.raw`EAA[A-Za-z0-9]{30,}`,
  // models
  String.raw`sk-(?:proj-|ant-|or-|svcacct-)?[\w-]{20,}`,
  String.raw`(?:gsk|r8|xai|pplx)[_-][A-Za-z0-9]{20,}`,
  // payments
  String.raw`sq0[a-z]{3}-[\w-]{20,}`,
  String.raw`shp(?:at|ca|pa|ss|ua)_[a-fA-F0-9]{20,}`,
  String.raw`rzp_(?:test|live)_\w{10,}`,
  String.raw`FLW(?:SECK|PUBK)(?:_TEST)?-[\w-]{10,}`,
  String.raw`(?:access|public|link|processor)-(?:sandbox|development|production)-[\w-]{10,}`,
  String.raw`access_token\$(?:production|sandbox)\$\w+\$[a-f0-9]{16,}`,
  String.raw`(?:APP_USR|TEST)-\d{8,}-[\w-]{10,}`,
  String.raw`(?:test|live)_[A-Za-z0-9]{28,}`,
  String.raw`amzn\.mws\.[\da-f-]{30,}`,
  String.raw`AQE[\w+/=.-]{40,}`,
  String.raw`A21AA[\w-]{40,}`,
  // keys of wallets
  String.raw`[5KL](?=[a-zA-Z]*\d)[1-9A-HJ-NP-Za-km-z]{50,51}(?![A-Za-z0-9])`,
  String.raw`[xyztuv]prv[1-9A-HJ-NP-Za-km-z]{80,}`,
  String.raw`(?:nsec1|AGE-SECRET-KEY-1)[A-Za-z0-9]{40,}`,
  String.raw`0201036c6e64[a-f0-9]{40,}`,
]

/** The key of any known vendor, to its end; `own` is how the keys of the provider begin. */
export function keyForm(own: string): RegExp {
  const all =
    own === '' ? vendors : [...vendors, `${own.replaceAll(/\W/g, String.raw`\$&`)}(?=${tail}{0,60}\\d)${tail}{8,}`]
  return new RegExp(`(?<![A-Za-z0-9])(?:${all.join('|')})`, 'g')
}

/** No shorter piece of a text is a key. */
export const keyHint = /[\w+/=.$:-]{12}/
