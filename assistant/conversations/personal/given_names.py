"""The given names and surnames that a name is recognised by."""

from __future__ import annotations

from functools import lru_cache

from assistant.text import fold

__all__ = ["ALSO_WORDS", "given_names", "surnames"]

# Given names that are words, months, cities or brands as well: alone, in running text, they are no name.
ALSO_WORDS = frozenset(
    """ace amber american amity andes angel april archer art asia aspen august austin autumn ava bill blake
    bliss brooklyn buck carolina case cash charity charlotte chase chastity chelsea cherry cheyenne
    china chip christian clay cleveland cliff cole crystal daisy dakota dallas dawn dean denver derby
    destiny diamond don drew duke dusty eden elder essence ever faith fern florence florida fortune gala
    gale garland gay genesis georgia glory grace grant gray guy hall harmony heaven henry honor hope
    houston hunter iris israel ivory ivy jack jackson jade jersey jewel jordan journey joy juan june
    justice kansas king lake lawrence liberty lincoln london love macon madison major marion mark
    marshall mason may mayo melody mercy merit mesa miles milan minor montana montgomery nevada noble
    oak odessa olive orlando page paris parker patience pearl pearson penny phoenix pierce piper poppy
    porter prince promise quest rain ray red reed rich rocky rod roman rose rosemary ruby sage savannah
    sierra sky skyler star stark sterling stone storm story summer sunny tad tanner temple trace trinity
    troy valencia van victor victoria violet virginia wade ward warren wayne west will winter wolf young""".split()
)


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Given names, folded, of the languages that US students' families often speak."""
    from faker.providers.person import en_IN, en_US, es_CO, es_MX, vi_VN

    providers = (en_US.Provider, es_MX.Provider, es_CO.Provider, en_IN.Provider, vi_VN.Provider)
    return frozenset(fold(name) for provider in providers for name in provider.first_names)


@lru_cache(maxsize=1)
def surnames() -> frozenset[str]:
    """Surnames of the same, folded, that are not words as well."""
    from faker.providers.person import en_IN, en_US, es_MX, vi_VN

    providers = (en_US.Provider, es_MX.Provider, en_IN.Provider, vi_VN.Provider)
    return frozenset(fold(name) for provider in providers for name in provider.last_names) - ALSO_WORDS
