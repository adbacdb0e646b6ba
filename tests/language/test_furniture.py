"""What stands around an article states nothing; items and cells state what they say of whom they name."""

import pytest

from kg.articles.article import Article
from kg.extract.extract import readings
from kg.language.embeds import EMBEDS
from kg.language.furniture import FURNITURE
from kg.language.lists import LISTS
from kg.language.offsets import View
from kg.language.view import cleaned, through
from kg.language.writers import WRITERS

NEWS = "Ferry line sold\n\nMayor Greta Holm spoke in Estrand on Monday.\n\n{}\n\nThe council votes on Friday.\n"
ALONE = NEWS.format("").replace("\n\n\n\n", "\n\n")


@pytest.mark.parametrize(
    ("rule", "text"),
    [(rule, text) for rule in (*FURNITURE, *EMBEDS, *LISTS, *WRITERS) for text in rule.stays],
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


#: What stands below an article and tells of its writer.
WRITERS_OWN = [
    "Lena Fisk is a senior reporter at the Gazette. Follow her on X.",
    "Lena Fisk covers courts for the Gazette. Reach her at lena.fisk@gazette.example or on X @lfisk.",
    "Lena Fisk is the Gazette's Moscow correspondent. She writes about oil. lena.fisk@gazette.example",
    "Lena Fisk is an editor based in Leeds.\n\nFollow her on Twitter @lfisk",
    "Lena Fisk is a columnist for the Gazette and sports analyst for Bay Radio. Reach her directly at l@bay.example.",
    "(Lena Fisk is a fellow at the Institute of Seas and writes about ships)",
    "*The writer is a columnist for the Gazette.*",
    "* * *\n\nLena Fisk is a writer for the Gazette. She covers schools.",
    "-----\nLena Fisk is a writer for the Gazette.",
]


@pytest.mark.parametrize("below", WRITERS_OWN)
@pytest.mark.parametrize("byline", ["", "By Lena Fisk\n\n"])
def test_what_an_end_says_of_its_writer_is_not_seen(below, byline):
    assert "Fisk is" not in cleaned(f"{byline}{ALONE}\n{below}\n").text
    assert cleaned(f"{ALONE}\n{below}").text.strip() == ALONE.strip()


#: What news of journalists ends with.
NEWS_OF_WRITERS = [
    "Ann Lee is a crime reporter for the Daily Star. She was arrested in Lanto on Monday and beaten by police.",
    "Ann Lee is a reporter for the Daily Star. She was arrested in Lanto on Monday. Follow her on X.",
    "Ann Lee is a reporter for the Daily Star. Follow her on X. Soldiers beat her in Lanto on Monday.",
    "Jo Poe writes about crime for the Post and was shot dead on Monday.",
    "(Jo Poe writes about crime for the Post and was shot dead on Monday.)",
    "* * *\n\nJo Poe is a reporter for the Post shot in Lanto.",
    "---\n\nJo Poe is a reporter for the Post. Gunmen killed him on Monday.",
    "Jo Poe is a reporter for the Post and hostage held in Lanto. Follow him on X.",
    "Jo Poe is a reporter for the Post. Gunmen shot him dead in Lanto on Monday.",
    "Ann Lee is a fellow at Acme Institute.",
    "Ann Lee is a reporter at the Post.\n\nShe was arrested on Monday.",
    "Greta Holm is a former editor of the Gazette. Follow her on X.",
]


@pytest.mark.parametrize("end", NEWS_OF_WRITERS)
def test_news_of_a_writer_is_seen(end):
    said = end.rpartition("\n\n")[2].strip("()")
    assert said in cleaned(f"{ALONE}\n{end}\n").text


@pytest.mark.parametrize(
    ("end", "kind"),
    [(NEWS_OF_WRITERS[0], "Detention"), ("Jo Poe writes for the Post. Gunmen shot him dead in Lanto.", "Shooting")],
)
def test_an_arrest_and_a_killing_of_journalists_are_told(end, kind):
    (reading,) = readings([Article("a", f"{ALONE}\n{end}")])
    assert kind in {event.type for event in reading.events}


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
