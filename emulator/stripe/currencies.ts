import type { Field } from './fields.ts'
import { string } from './fields.ts'
import { refuse } from './refusal.ts'

const supported = new Set(
  `aed afn all amd ang aoa ars aud awg azn bam bbd bdt bgn bif bmd bnd bob brl bsd bwp bzd cad cdf chf clp cny cop crc
   cve czk djf dkk dop dzd egp etb eur fjd fkp gbp gel gip gmd gnf gtq gyd hkd hnl hrk htg huf idr ils inr isk jmd jpy
   kes kgs khr kmf krw kyd kzt lak lbp lkr lrd lsl mad mdl mga mkd mmk mnt mop mro mur mvr mwk mxn myr mzn nad ngn nio
   nok npr nzd pab pen pgk php pkr pln pyg qar ron rsd rub rwf sar sbd scr sek sgd shp sll sos srd std svc szl thb tjs
   top try ttd twd tzs uah ugx usd uyu uzs vnd vuv wst xaf xcd xof xpf yer zar zmw`.split(/\s+/u),
)

/** A currency that the service supports, in either case; kept in lower case. */
export const currency: Field<string> = {
  read(param, at, context) {
    const text = string().read(param, at, context)
    return context.rules.isCurrency(text, supported)
      ? context.rules.currencyOf(text)
      : refuse(context.rules.invalidCurrency(at, text))
  },
}
