/** What tells nothing of anybody, however much it looks like something that does. */
export const harmlessValues: readonly string[] = `
lodash@4.17.21
react@18
@types/node@20.1.0
left-pad@^1.3.0
path@2x.png
icon@3x.svg
logo@2x.json
10-1234567
12-345
2018-02-01
20180201
01.02.2018
2/1/2018
2018-02-01T12:00:00Z
2018-02-01T12:00:00.1234567Z
2018-02-01T12:00:00+01:00
2018-02-01 12:00:00
Thu, 01 Feb 2018 12:00:00 GMT
12:30
12:30:45
12:30:45.123
1517486400
1517486400000
1612345678
0
1
-1
42
007
3.14
3.141592653589793
0.00004242424242424242
1e21
1.5E-7
100%
99.95%
1st
2nd
10x
250ms
30s
4kb
1,000,000
1,234.56
99999999
999999999
2147483647
2147483648
4294967295
4294967296
9007199254740991
9223372036854775807
18446744073709551615
1000000000
100000000000
0000000000
000000000000000
111111111
v1
v2.3.4
1.2.3-beta.1
1.0.0-rc1
4.17.21
password: must be at least 8 characters
password: is required
password: required
password is too short
password: cannot be blank
The password has to have a number and an upper case letter.
token: invalid
token: expired
token has expired
secret: missing
secret key is missing
api_key: not found
api key: required
PIN: must be 4 digits
cvc: check failed
cvc is not valid
iban: wrong format
email: is not valid
email: has to be unique
phone: must start with a plus
name: can't be blank
first_name: too long
last_name: is required
address: is incomplete
ssn: must have 9 digits
account_number: must be between 6 and 17 digits
Bearer authentication is required
Bearer realm
Basic authentication
Token required
Digest authentication
bearer token
pk_identifier1
pk_identifier
sk_identifier
sk_test
task_management_system_2018
risk_score_level_2
disk_usage_percent_99
ask_for_permission
whsec
is_valid
has_more
next_page_token
page_token
access_token
refresh_token
client_secret
idempotency_key
public_key
sort_key
primary_key
card_declined
incorrect_number
invalid_request_error
authentication_error
rate_limit_error
expired_card
processing_error
resource_missing
payment_intent
INVALID_DATA
NOT_FOUND
UNAUTHORIZED
TOO_MANY_REQUESTS
VALIDATION_ERROR
ValidationError
NotFoundError
TypeError
maxLength
minLength
additionalProperties
contentType
createdAt
updatedAt
lastModified
camelCase
snake_case
kebab-case
SCREAMING_SNAKE_CASE
dot.separated.name
application/json
application/json; charset=utf-8
application/x-www-form-urlencoded
text/html
text/plain; charset=us-ascii
multipart/form-data
image/png
gzip
gzip, deflate, br
no-cache
no-cache, no-store
max-age=0
max-age=31536000
private, must-revalidate
chunked
keep-alive
utf-8
en-US
de-DE
en
US
DE
USD
EUR
usd
eur
btc
UTC
GMT
GET
POST
DELETE /v1/customers
GET /v1/charges
/v1/charges
/v1/customers
/v1/invoices?limit=10
/v1/events?page=2&limit=100
limit=10
page=2
starting_after
ending_before
https://shop.example
https://shop.example/
https://shop.example/hooks
https://shop.example/basket
http://shop.example/hooks
https://acme.example/terms
https://example.com
https://example.com/
https://example.org/path
http://localhost:3000
http://localhost
http://127.0.0.1:8080
127.0.0.1
127.0.0.1:8080
0.0.0.0
localhost
localhost:4000
shop.example
api.test
true
false
null
none
undefined
yes
no
succeeded
failed
pending
canceled
active
inactive
verified
unknown
paid
open
void
draft
charge
customer
customers
invoice
event
list
object
metadata
description
amount
currency
status
created
source
balance
refund
payout
token
card
card number
account holder
account
individual
company
business
invalid currency
Invalid integer: abc
Missing required param: amount
Missing required parameter
Unrecognized request URL
Unknown parameter
must be a string
must be greater than 0
must be an integer
must be one of
must be at most 500 characters
must not be empty
too long
too short
out of range
is not a valid date
not a number
Amount must be at least 50 cents
Amount must be no more than 99999999
Your card was declined.
Your card number is incorrect.
Your card has expired.
No such customer
No such charge
No such token
This object cannot be deleted.
The request timed out.
Please try again later.
Too many requests
Too many requests. Please try again later.
Internal server error
Bad gateway
Service unavailable
Gateway timeout
Unauthorized
Forbidden
Not found
Method not allowed
Conflict
Gone
Payload too large
Unprocessable entity
Invalid API key
Invalid request
Something went wrong
Something went wrong on our side.
Unexpected token
Unexpected end of JSON input
the connection was closed before the response was complete
the time limit was exceeded
an unknown error occurred
the value is not of type string
expected string, received number
expected object
at least one item is required
duplicate key
key already exists
already exists
already refunded
already captured
not supported
not implemented
deprecated
internal error
step 1 of 3
page 1 of 10
item 2
line 3, column 14
index.html
main.js
app.min.js
package.json
tsconfig.json
server.ts:42:10
styles.css
image/svg+xml
utf8
base64
sha256
md5
RSA
HMAC
OAuth
JSON
XML
HTML
HTTP/1.1
HTTP/2
TLS
SSL
ISO 8601
RFC 3339
x = 1
a=b
a=1&b=2
[]
{}
[1,2,3]
{"a":1}
{"status":"ok"}
{"error":{"type":"invalid_request_error"}}
<br>
<p>Not found</p>
<h1>502 Bad Gateway</h1>
<html><head><title>Error</title></head></html>
---
***
***-**-****
****6789
[REDACTED]
[redacted]
N/A
n/a
-
ok
OK
`
  .trim()
  .split('\n')
