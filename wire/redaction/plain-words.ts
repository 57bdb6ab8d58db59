/**
 * Words in which APIs word their answers and we our own sentences, beside those of a contract: no name of a person, a place or a firm
 * is among them.
 */
export const plainWords = `
a about above absent accept accepted accepts access account accounts across action actions active actual actually add added adding
additional additionally after again against all allow allowed allows almost already also although always am amount amounts an and
another answer answered answers any anymore anything api apis app appear application applied applies apply are argument arguments
array as ask asked assay associated at attached attempt attempted attempts attribute attributes audience auth authenticate
authenticated authentication authorization authorize authorized automatic available away back bad balance bank base based basic
batch be bearer became because become been before began begin begins being belong belongs below better between beyond big bit blank
blocked bodies body boolean both boundary break breaks broken browser bug build but by byte bytes cache call called calls can cancel
canceled cancelled cannot capture captured card cards carries carry case cases cause caused certain change changed changes
character characters charge charged charges charset check checked checks child choose client close closed code codes column
combination come comes comma command common compare complete completed completely computer condition conditions configuration
configured confirm confirmed conflict conflicts connect connected connection connections consider constraint contact contain
contained contains content contents context continue control convert converted copy correct could count country coupon covered
create created creates creating creation credentials credit currency current currently cursor customer customers cut data database
date dates day days deadline deal debit decimal declined default defined definition delay delete deleted deletes deletion denied
deny depend depends deprecated describe described description destination detail details detected developer device did differ
different digit digits direct directly disabled disallowed discount dispute do document documentation documented documents does
doing domain done dot double down download due duplicate duplicated during each earlier early either element else email emails
empty enable enabled encode encoded encoding end ended endpoint endpoints ends enough ensure enter entered entire entity entries
entry environment equal equals error errors etc even event events every everything exact exactly example exceed exceeded exceeds
except exception execute executed exist existed existing exists expect expected expects expire expired expires expiry explicit
extra fail failed failing fails failure failures false far fault features fee fees few field fields file files filter filters final
finally find finding finish finished first fix flag float follow followed following follows for forbidden form format formats
formatted forms found fraction free from full fully function further future gap gateway general generate generated get gets give
given gives global go goes gone good got granted greater group had half handle handled handler happen happened has have having he
header headers hello help here hex high higher his hold holder holds host hour hours how however html http https id identifier
identifiers identity ids if ignored illegal immediately implemented implies in inactive include included includes including
incomplete incorrect incorrectly index indicates info information initial input inputs insert inside instead insufficient integer
integers intent internal into invalid invoice invoices is issue issued issues it item items its itself join json just keep keeps
kept key keys kind know known large larger last late later latest least left length less let level like likely limit limited limits
line lines link list listed lists live load loaded local locale locked log login long longer look looked lookup lost low lower
lowercase made main make makes malformed many mapping maximum may maybe mean means media meant member message messages met metadata
method methods mime minimum minor minus minute minutes mismatch missing mode model moment money month months more moreover most move
moved much multipart multiple must name named names near necessary need needed needs negative neither never new next no nobody none
nor normal not note nothing notice notification now null number numbers numeric object objects occurred of off offset often ok old
older omitted on once one ones only open opened operation operations operator option optional options or order orders organization
original other others otherwise our out outside over own owner page pages paid pair parameter parameters parent parse parsed parser
parsing part partial particular parts party pass passed passes password passwords past path pattern pay payer payload payment
payments payout payouts pending per percent percentage perform performed period permanently permission permissions permitted
person phone place placed plain plan plans platform please plus point points policy position positive possible post prefer prefix
present prevent prevents previous previously price primary private probably problem problems process processed processing processor
product production prohibited promise property provide provided provider provides proxy public purpose put queries query queue quote
quoted quotes random range rate rates rather raw reach reached read readable reading reads ready real reason receipt receive
received recent recently record recorded recording recorded records redirect reference refers refund refunded refunds refuse
refused region related relation remain remaining remove removed removes repeat repeated replace replaced report request requested
requests require required requirement requires reserved reset resource resources respond response responses rest restricted result
results retried retries retrieve retrieved retry return returned returns reversed revoked right root route row rows rule rules run
same save saved say says schema scheme scope scopes second seconds secret secrets section secure security see seem seen segment
select selected send sending sends sent separate sequence server servers service services session sessions set sets setting
settings several shall share shipping short shorter should show shown shows sign signature signed similar simple simply since
single size skip skipped slow small smaller so some someone something sometimes soon sorry source space spaces special specific
specified specify specifying stack standard start started starting starts state statement states status step still stop stopped
storage store stored stream string strings strong sub submit submitted subscription subscriptions success successful successfully
such suffix sum supply support supported supports sure syntax system table take taken takes target temporarily temporary term test
tests text than that the their them themselves then there therefore these they thing things this those though thread three through
throughout throw thrown thus time timed timeout times timestamp to today together token tokens too top total transaction
transactions transfer transfers tried trigger true try trying twice two type types ultimately unable unauthorized unavailable
undefined under understand understood unexpected unique unit units unknown unless unprocessable unrecognized unsupported until
unused up update updated updates updating upload upper uppercase upstream url urls us usage use used user username users uses using
usual valid validate validated validation value values variable various verification verified verify version versions very via view
violates violation void wait waiting want wanted warning was way we web webhook webhooks week weeks well were what when where
whether which while white whitespace who whole whose why will window with within without word words work worked works would write
written wrong xml year years yes yet you your yourself zero zone

accepted ambiguous bracket brackets comma conflict dependency entity expectation found gateway gone implemented large length lock
locked many method modified moved multi multiple partial payload permanent precondition proxy range redirect resource satisfiable
see switching teapot temporary timeout unavailable unordered unprocessable uri variant
accept age allow charset control cookie deflate gzip chunked close alive encoding etag expires host immutable keep language max
media must octet plain private public referer revalidate server store stale trailer transform upgrade urlencoded utf vary via www
get post put patch delete head trace connect realm scope bearer digest negotiate oauth openid
ascii base64 bcrypt bigint bool boolean buffer bytes char crypto csv datetime double enum float hash hex int int32 int64 integer
iso jpeg jpg json jwt lax long md5 mp3 mp4 mpeg nan ndjson nil null number object pdf png regex regexp sha1 sha256 sha512 short
slug ssl sql string svg tls tsv txt uint unicode unix uuid varchar webp xml yaml yml zip
awaits cover covers decided emulated frame hit lacks negative outstanding pays posted progress quickly refuses stack stay stays went writes
letter letters lifted wants
ai app co com dev edu eu gov io net org
abc xyz kebab camel snake screaming dot separated letter pad padding left refresh side hook hooks basket cart terms shop store hmac rsa aes
sk pk rk whsec acct cus ch tok req evt pi seti sub en de fr es it nl param params arg args env cfg config src dest dst tmp temp util utils
lib libs min max avg std err msg msgs info debug trace warn fatal uid guid pid tid ttl ip ipv4 ipv6 mac dns tcp udp ftp ssh smtp sms
ssn ein itin iban bic swift cvc cvv pin otp dob vat tax pan ach sepa ifsc bsb clabe routing zip postal
individual company companies business businesses firm merchant merchants seller buyer consumer client clients vendor supplier partner
employee tenant guest admin administrator root staff team member owner holder
succeeded pending processing failed canceled active inactive enabled disabled verified unverified draft final finalized void voided
uncollectible dispute disputed chargeback settled settlement captured uncaptured reversed reversal authorized declined approved
rejected review onboarding onboarded suspended archived trialing past due incomplete overdue scheduled held hold released blocked
blacklisted allowed risk score level high medium low fraud fraudulent lost stolen pickup velocity insufficient funds bank banks
checking savings wallet wallets deposit deposits withdrawal withdrawals ledger statement statements descriptor gross net fee fees
interest tip discount coupon price prices cost costs rate exchange conversion quote invoice paid unpaid outstanding remaining
monthly yearly weekly daily annual annually once recurring subscription trial period cycle interval
visa mastercard amex discover diners jcb unionpay maestro brand funding prepaid postpaid
birth br doctype hidden idempotency image images png svg sort sorted svg
disk memory cpu usage network percent ratio queue task tasks job jobs worker workers management manager thread pool cluster node nodes
shard replica primary secondary leader follower broker topic partition offset consumer producer
upper lower bigger smallest largest highest lowest beginning ending middle top bottom front end
wrong correct bad good fine great broken corrupt corrupted damaged empty full
cannot didn doesn don isn hasn haven couldn shouldn wasn weren won wouldn re ve ll
graphql mutation callback redacted masked filtered scrubbed sanitized omitted censored
acme cur foo bar baz qux lorem ipsum
monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun
january february march april may june july august september october november december jan feb mar apr jun jul aug sep oct nov dec
am gmt pm utc btc sats usd eur gbp usdt bitcoin lightning satoshi cent cents dollar dollars
`
