"""Load what a build loads once, so that processes which are forked from this one have it; no store is opened here."""

from kg.background import divisions, geonames
from kg.reason import closing
from kg.resolve import frequency
from tests.soak import stores

stores.write_little()
closing.own_program()
frequency.rarity("ann", "lee")
geonames.cities("Leeds")
divisions.divisions("Leeds")
