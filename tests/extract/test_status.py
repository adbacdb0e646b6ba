"""Whether what the text states still holds, and what it only seems to state: the exact facts of one sentence each."""

import pytest

from tests.extract.articles import stated

#: What is told of Boone and his post, in several words each.
OVER = [
    "Carl Boone is no longer head of Uber.",
    "Carl Boone lost his job as head of Uber.",
    "Carl Boone was removed from his post as head of Uber.",
    "Carl Boone's tenure as head of Uber ended.",
    "Carl Boone, once head of Uber, spoke.",
    "Carl Boone, then head of Uber, spoke in 1998.",
    "Carl Boone, the ousted head of Uber, spoke.",
    "The late Carl Boone, head of Uber, was honoured.",
    "Carl Boone, head of Uber from 2010 to 2014, spoke.",
    "Carl Boone was head of Uber until 2014.",
    "Carl Boone, head of Uber, died.",
    "Carl Boone, head of Uber, was sacked.",
    "They have replaced Carl Boone, head of Uber since 2010.",
    "Carl Boone was replaced as head of Uber.",
    "Carl Boone, head of Uber, resigned in anger.",
    "Carl Boone, head of Uber, resigned but remains in politics.",
]
STILL = [
    "Carl Boone started his job as head of Uber.",
    "Carl Boone, head of Uber since 2010, spoke.",
    "They will not sack Carl Boone, head of Uber.",
    "Carl Boone, head of Uber, has not died.",
    "Then Carl Boone, head of Uber, spoke.",
    "Carl Boone, head of Uber, once spoke in Bonn.",
    "Carl Boone was elected head of Uber until 2030.",
    "Carl Boone lost an election as head of Uber.",
    "Did Carl Boone, the head of Uber, resign?",
    "Carl Boone, the head of Uber, resigned in protest from the party.",
    "Carl Boone, the head of Uber, resigned but remains head of Uber.",
    "Fox said that Carl Boone would resign as head of Uber.",
]
PLANNED = [
    "Carl Boone has yet to become head of Uber.",
    "Was Carl Boone the head of Uber?",
    "Carl Boone was pretending to be the head of Uber.",
]
DENIED = [
    "It is not true that Carl Boone is head of Uber.",
    "Carl Boone is not the head of Uber; Ann Bell is.",
    "Carl Boone lied that he is head of Uber.",
]
POST = ("holdsRole", "head of Uber"), ("leads", "Uber"), ("worksFor", "Uber")


@pytest.mark.parametrize(
    ("text", "how"),
    [
        (t, how)
        for table, how in ((OVER, "former"), (STILL, ""), (PLANNED, "planned"), (DENIED, "denied"))
        for t in table
    ],
)
def test_a_post(text: str, how: str) -> None:
    told = {row for row in stated(text) if row[0] == "Carl Boone" and row[1] in {"holdsRole", "leads", "worksFor"}}
    assert told == {("Carl Boone", *fact, how) for fact in POST}


DIRECTOR = ("holdsRole", "Uber director"), ("leads", "Uber"), ("worksFor", "Uber")
OTHERS = {
    "Amy Hart no longer works for Uber.": {("Amy Hart", "worksFor", "Uber", "former")},
    "Amy Hart no longer lives in Porto.": {("Amy Hart", "livesIn", "Porto", "former")},
    "Amy Hart used to live in Bonn.": {("Amy Hart", "livesIn", "Bonn", "former")},
    "Amy Hart lived in Bonn before moving to Ghent.": {
        ("Amy Hart", "livesIn", "Bonn", "former"),
        ("Amy Hart", "livesIn", "Ghent", ""),
    },
    "Amy Hart moved to Ghent before the war.": {("Amy Hart", "livesIn", "Ghent", "")},
    "Once poor, Carl Boone now works for Sony.": {("Carl Boone", "worksFor", "Sony", "")},
    "Carl Boone never worked for Uber, nor has he worked for Sony.": {
        ("Carl Boone", "worksFor", "Uber", "denied"),
        ("Carl Boone", "worksFor", "Sony", "denied"),
    },
    "Neither Tom Whitby nor Anna Bell works for Barclays.": {
        ("Tom Whitby", "worksFor", "Barclays", "denied"),
        ("Anna Bell", "worksFor", "Barclays", "denied"),
    },
    "Carl Boone was born in Paris, not in London.": {
        ("Carl Boone", "bornIn", "Paris", ""),
        ("Carl Boone", "bornIn", "London", "denied"),
    },
    "Anna Bell resigned. Tom Whitby, who succeeded her as transport secretary, spoke.": {
        ("Tom Whitby", "holdsRole", "transport secretary", ""),
        ("Anna Bell", "holdsRole", "transport secretary", "former"),
    },
    "Amy Hart, wife of the former governor of Ohio, Carl Boone, lives in Dayton.": {
        ("Amy Hart", "livesIn", "Dayton", ""),
        ("Carl Boone", "holdsRole", "governor of Ohio", "former"),
        ("Carl Boone", "leads", "Ohio", "former"),
    },
    "Amy Hart and Carl Boone live in Dayton.": {
        ("Amy Hart", "livesIn", "Dayton", ""),
        ("Carl Boone", "livesIn", "Dayton", ""),
    },
    "Self-styled president Carl Boone spoke.": {("Carl Boone", "holdsRole", "Self-styled president", "planned")},
    "Carl Boone, a would-be senator, spoke.": {("Carl Boone", "holdsRole", "would-be senator", "planned")},
    "Amy Hart divorced Carl Boone last year.": {
        ("Amy Hart", "spouseOf", "Carl Boone", "former"),
        ("Carl Boone", "spouseOf", "Amy Hart", "former"),
    },
    "Amy Hart and her husband, Carl Boone, divorced.": {
        ("Amy Hart", "spouseOf", "Carl Boone", "former"),
        ("Carl Boone", "spouseOf", "Amy Hart", "former"),
    },
    "Amy Hart is divorcing Carl Boone.": set(),
    "Amy Hart's second husband, Carl Boone, died in May.": {
        ("Amy Hart", "spouseOf", "Carl Boone", "former"),
        ("Carl Boone", "spouseOf", "Amy Hart", "former"),
    },
    "Amy Hart married Carl Boone in 1955; they divorced in 1971.": {
        ("Amy Hart", "spouseOf", "Carl Boone", "former"),
        ("Carl Boone", "spouseOf", "Amy Hart", "former"),
    },
    "Amy Hart married Carl Boone in 1955; her parents divorced in 1971.": {
        ("Amy Hart", "spouseOf", "Carl Boone", ""),
        ("Carl Boone", "spouseOf", "Amy Hart", ""),
    },
    "Amy Hart came with her husband, Carl Boone, and their two sons.": {
        ("Amy Hart", "spouseOf", "Carl Boone", ""),
        ("Carl Boone", "spouseOf", "Amy Hart", ""),
    },
    "Amy Hart, whose husband Carl Boone died in May, lives in Dayton.": {
        ("Amy Hart", "livesIn", "Dayton", ""),
    },
    "Uber director Carl Boone, who was sacked by Sony in 2010, spoke.": {
        ("Carl Boone", *fact, "") for fact in DIRECTOR
    },
    "Uber director Carl Boone, who was sacked by Uber in 2010, spoke.": {
        ("Carl Boone", *fact, "former") for fact in DIRECTOR
    },
    "Addressing students at Yale University, Amy Hart spoke of peace.": {
        ("Amy Hart", "spokeAt", "Yale University", ""),
    },
    "Uber was founded by Amy Hart's grandfather, Carl Boone.": {("Uber", "foundedBy", "Carl Boone", "")},
    "The firm had no head. Its director, Carl Boone, spoke.": {("Carl Boone", "holdsRole", "director", "")},
    "Carl Boone posed as a doctor.": {("Carl Boone", "holdsRole", "doctor", "denied")},
    "Tom Whitby, ambassador to London, spoke.": {("Tom Whitby", "holdsRole", "ambassador to London", "")},
    "Tom Whitby, a doctor in Leeds, spoke.": {("Tom Whitby", "holdsRole", "doctor in Leeds", "")},
    "Tom Whitby, architect of the Severn bridge, spoke.": {
        ("Tom Whitby", "holdsRole", "architect of the Severn bridge", "")
    },
}


@pytest.mark.parametrize("text", OTHERS)
def test_exactly(text: str) -> None:
    assert stated(text) == OTHERS[text]
