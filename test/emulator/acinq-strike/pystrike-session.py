"""Talks to a server as a merchant's program would, through pystrike; prints what it saw as JSON."""

import json
import os
import urllib.request

from pystrike.charge import make_charge_class
from pystrike.exceptions import ChargeNotFoundException, ClientRequestException

HOST = os.environ['STRIKE_TESTNET_HOST']
KEY = os.environ['STRIKE_TESTNET_API_KEY']
NAMES = ['id', 'amount', 'currency', 'amount_satoshi', 'payment_hash', 'payment_request',
         'description', 'paid', 'created', 'updated']


def attributes(charge):
    return {name: getattr(charge, name) for name in NAMES}


def raised(action):
    try:
        action()
    except (ChargeNotFoundException, ClientRequestException) as error:
        return type(error).__name__


def pay(charge):
    body = json.dumps({'key': KEY, 'charge': charge.id}).encode()
    request = urllib.request.Request('https://%s/_emulator/levers/pay' % HOST, body)
    urllib.request.urlopen(request).read()


Charge = make_charge_class(api_key=KEY, api_host=HOST, api_base='/api/v1/')
Stranger = make_charge_class(api_key='sk_invalid', api_host=HOST, api_base='/api/v1/')

charge = Charge(42000, Charge.CURRENCY_BTC, 'Caf\u00e9 100%20 & more', 'customer-1')
created = attributes(charge)
retrieved = attributes(Charge.from_charge_id(charge.id))
pay(charge)
charge.update()

print(json.dumps({
    'created': created,
    'retrieved': retrieved,
    'paid': attributes(charge),
    'bare': attributes(Charge(1, Charge.CURRENCY_BTC)),
    'unknown': raised(lambda: Charge.from_charge_id('ch_madeupchargeid')),
    'currency': raised(lambda: Charge(100, 'non-existant-currency', 'x')),
    'key': raised(lambda: Stranger(100, Charge.CURRENCY_BTC)),
}))
