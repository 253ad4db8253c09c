"""The names of places: states and territories, how people shorten them, large bases, towns to pass over."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["JURISDICTIONS", "NEVER_CITIES", "OTHER_NAMES"]

JURISDICTIONS: Mapping[str, str] = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California",
    "CO": "Colorado", "CT": "Connecticut", "DE": "Delaware", "DC": "the District of Columbia",
    "FL": "Florida", "GA": "Georgia", "HI": "Hawaii", "ID": "Idaho", "IL": "Illinois",
    "IN": "Indiana", "IA": "Iowa", "KS": "Kansas", "KY": "Kentucky", "LA": "Louisiana",
    "ME": "Maine", "MD": "Maryland", "MA": "Massachusetts", "MI": "Michigan", "MN": "Minnesota",
    "MS": "Mississippi", "MO": "Missouri", "MT": "Montana", "NE": "Nebraska", "NV": "Nevada",
    "NH": "New Hampshire", "NJ": "New Jersey", "NM": "New Mexico", "NY": "New York",
    "NC": "North Carolina", "ND": "North Dakota", "OH": "Ohio", "OK": "Oklahoma", "OR": "Oregon",
    "PA": "Pennsylvania", "RI": "Rhode Island", "SC": "South Carolina", "SD": "South Dakota",
    "TN": "Tennessee", "TX": "Texas", "UT": "Utah", "VT": "Vermont", "VA": "Virginia",
    "WA": "Washington", "WV": "West Virginia", "WI": "Wisconsin", "WY": "Wyoming",
    "PR": "Puerto Rico", "GU": "Guam",
}  # fmt: skip
# Military bases that people name as their place; those on the line between two states are left out.
_BASES: Mapping[str, str] = {
    "fort bragg": "NC", "fort liberty": "NC", "camp lejeune": "NC", "fort hood": "TX", "fort cavazos": "TX",
    "fort bliss": "TX", "lackland": "TX", "fort carson": "CO", "fort riley": "KS", "fort sill": "OK",
    "tinker afb": "OK", "fort drum": "NY", "fort polk": "LA", "fort johnson": "LA", "fort leonard wood": "MO",
    "whiteman afb": "MO", "fort knox": "KY", "fort jackson": "SC", "fort meade": "MD", "fort belvoir": "VA",
    "fort stewart": "GA", "fort benning": "GA", "lewis-mcchord": "WA", "jblm": "WA", "camp pendleton": "CA",
    "travis afb": "CA", "nellis": "NV", "eglin": "FL", "offutt": "NE", "scott afb": "IL",
    "wright-patterson": "OH", "hill afb": "UT", "keesler": "MS", "minot afb": "ND", "ellsworth afb": "SD",
    "dover afb": "DE",
}  # fmt: skip
OTHER_NAMES: Mapping[str, str] = {
    "district of columbia": "DC", "washington dc": "DC", "washington d.c.": "DC", "washington, dc": "DC",
    "washington, d.c.": "DC", "d.c.": "DC", "the district": "DC", "washington state": "WA",
    "new york city": "NY", "nyc": "NY", "cali": "CA", "socal": "CA", "norcal": "CA", "philly": "PA",
    "vegas": "NV", "la county": "CA", "tex": "TX", "n.y.": "NY", "n.j.": "NJ",
    "n.c.": "NC", "s.c.": "SC", "mich": "MI", "minn": "MN", "wisc": "WI", "ariz": "AZ", "colo": "CO",
    "conn": "CT", "tenn": "TN", "okla": "OK", "fla": "FL", "calif": "CA", "wash state": "WA",
    "n carolina": "NC", "s carolina": "SC", "n dakota": "ND", "s dakota": "SD", "w virginia": "WV",
    "texan": "TX", "californian": "CA", "floridian": "FL", "jersey": "NJ",
    "bama": "AL", "indy": "IN", "nola": "LA", "slc": "UT", "atl": "GA", "dfw": "TX", "phx": "AZ", "stl": "MO",
    "okc": "OK", "abq": "NM", "pdx": "OR", "mke": "WI", "mpls": "MN", "bmore": "MD", "cincy": "OH",
    "sacto": "CA", "san fran": "CA", "bay area": "CA", "inland empire": "CA", "silicon valley": "CA",
    "chitown": "IL", "chi town": "IL", "twin cities": "MN", "hampton roads": "VA", "rio grande valley": "TX",
    "rgv": "TX", "long island": "NY", "staten island": "NY", "upper peninsula": "MI", "cape cod": "MA",
    "kcmo": "MO", "kc mo": "MO", "kck": "KS", "kc ks": "KS",
    "kansas city": "MO", "kansas city kansas": "KS", "kansas city, kansas": "KS", "kansas city ks": "KS",
    "kansas city, ks": "KS", **_BASES,
}  # fmt: skip
# Towns whose names are words that are meant as such more often.
NEVER_CITIES = frozenset(
    "mobile reading orange independence sterling temple surprise enterprise hope corona hospital college "
    "normal pharr federal way industry commerce union moore hammond joy airport bell bend brick central "
    "clay delaware fountain green holland liberty lima mason mentor mission moscow opportunity page "
    "paradise pearl plum savage spring superior university uptown vista walnut york".split()
).union(
    "country club|financial district|center city|central city|indian trail|leisure city|state college|"
    "high point|college park|college point|university heights|university place|university of texas|"
    "longfellow community|mission district|national city|universal city|the villages|the colony|the acreage|"
    "the hammocks|the woodlands".split("|")
)
