"""What stands around an article states nothing; items and cells state what they say of whom they name."""

import pytest

from kg.articles.article import Article
from kg.extract.extract import readings
from kg.language.embeds import EMBEDS
from kg.language.furniture import FURNITURE
from kg.language.lists import LISTS
from kg.language.offsets import View
from kg.language.view import cleaned, through

NEWS = "Ferry line sold\n\nMayor Greta Holm spoke in Estrand on Monday.\n\n{}\n\nThe council votes on Friday.\n"
ALONE = NEWS.format("").replace("\n\n\n\n", "\n\n")


@pytest.mark.parametrize(
    ("rule", "text"),
    [(rule, text) for rule in (*FURNITURE, *EMBEDS, *LISTS) for text in rule.stays],
    ids=lambda each: getattr(each, "name", None),
)
def test_what_looks_alike_stays(rule, text):
    assert through(View(text), [rule]).text == text


#: Pieces of pages that state nothing.
PIECES = [
    "READ MORE: Ten walks by the sea with Ann Lee",
    "Read also - Bo Day, mayor of Leeds, resigns",
    "Related stories: Bo Day born in Leeds",
    "WATCH: Ann Lee sings in Leeds",
    "More on this story | Bo Day joins Kestrel Air",
    "Sign up to our morning newsletter",
    "Follow Ann Lee on Twitter",
    "Follow us on Facebook and Instagram.",
    "Subscribe to our YouTube channel for more from Leeds",
    "[Advertisement]",
    "Story continues below Ann Lee's advertisement",
    "© 2021 Gazette Media Ltd. Chief executive: Paul Reyes. All rights reserved. Registered in Leeds.",
    "Copyright 2020 The Gazette, Leeds. This material may not be published, broadcast or rewritten.",
    "Home | News | Sport | Contact us | Privacy policy",
    "Registered office: 4 Quay Street, Leeds. Chief executive Paul Reyes",
    "Correction, 5 May: An earlier version of this article said that Greta Holm was born in Bergen.",
    "CLARIFICATION: Bo Day is chief executive of Kestrel Air, not of Tolland.",
    "Editor's note: Bo Day was born in Leeds.",
    "An earlier version of this story said that Bo Day was born in Leeds.",
    "This article was amended on 5 May 2021 to say that Bo Day was born in Leeds.",
    "Ann Lee in Leeds and Bo Day in Hull contributed to this report.",
    "Last updated: 4 May 2021 10:30 BST",
    "Photograph: Bo Day/Reuters",
    "Image copyright Getty Images",
    "(Adds quotes from Leeds, background)",
    "— Tomas Okoro May 4, 2021",
    "3 min read",
    "This article originally said that Bo Day was born in Leeds.",
    "CORRECTIONS\nBo Day, and not Ann Lee, was born in Leeds.",
    "Contact the writer: bo.day@gazette.example",
    "Subscribe now to read on.",
    "###",
]


@pytest.mark.parametrize("piece", PIECES)
def test_a_piece_of_a_page_is_not_seen(piece):
    assert cleaned(NEWS.format(piece)).text == ALONE


#: Sentences of articles that begin as such pieces do.
SENTENCES = [
    "Follow the money, Ann Lee said.",
    "Read more books, Bo Day told the children.",
    "Watch out for the dog, he said.",
    "More people came than in May.",
    "Home is where Ann Lee is.",
    "Subscribers left the paper in May.",
    "Published in 2010, the book by Ann Lee sold well.",
    "Support our troops, said Bo Day.",
    "Join our army, he told them.",
    "A correction of prices followed, and Ann Lee left.",
    "Photographs by Bo Day show the fire.",
    "Share prices fell by 4 percent.",
    "Sport England paid 4 million.",
    "Help came late.",
    "News of the fire spread.",
    "Related companies paid as well.",
    "Contact with Ann Lee was lost on Monday.",
    "Already a mother of two, Ann Lee spoke.",
    "Analysis showed that the water was clean.",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_of_an_article_is_seen(sentence):
    text = NEWS.format(sentence)
    assert cleaned(text).text == text


def told(text: str):
    (reading,) = readings([Article("a", text)])
    label = {entity.key: entity.label for entity in reading.entities}
    facts = {(label[f.subject.entity], f.relation, f.object.text, f.evidence.modality) for f in reading.facts}
    quotes = {
        (tuple(label[s.entity] for s in q.speakers), "".join(text[a:b] for a, b in q.fragments)) for q in reading.quotes
    }
    return facts, quotes


def test_a_tweet_is_what_its_writer_says():
    text = NEWS.format(
        "The plan is a fairy tale. We will vote against it. pic.twitter.com/abCd12\n\n"
        "— Tomas Okoro (@tokoro) May 4, 2021"
    )
    facts, quotes = told(text)
    assert not {fact for fact in facts if fact[1] in {"bornOn", "diedOn"}}
    assert {said[:25] for who, said in quotes if who == ("Tomas Okoro",)} == {"The plan is a fairy tale."}


@pytest.mark.parametrize(
    "listed",
    [
        "• Arno Silva - police chief, Velmora\n• Clara Ndiaye - chief executive, Northwind Energy",
        "- Arno Silva – police chief, Velmora\n- Clara Ndiaye – chief executive, Northwind Energy",
        "1. Arno Silva — police chief, Velmora\n2. Clara Ndiaye — chief executive, Northwind Energy",
        "Name | Role\n--- | ---\nArno Silva | police chief\nClara Ndiaye | chief executive",
        "Arno Silva\tpolice chief\tVelmora\nClara Ndiaye\tchief executive\tNorthwind Energy",
    ],
)
def test_an_item_tells_of_whom_it_names(listed):
    facts, _ = told(f"Who is who\n\n{listed}\n")
    assert {fact[0] for fact in facts} <= {"Arno Silva", "Clara Ndiaye"}
    assert not {fact for fact in facts if "Silva" in fact[2] or "Ndiaye" in fact[2]}
