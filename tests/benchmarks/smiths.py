"""Texts of our own on 35 men called John Smith, the same each time, as gold of who is who.

python tests/benchmarks/smiths.py > smiths.jsonl
kg eval identity smiths.jsonl

Two men of each trade live in different towns, know different people, and see different things happen, of which some are
the same. An article tells of one; many do not say his office, his employer or his age, and all have sentences that any
article may have.
"""

import json
import re
from collections.abc import Iterator
from random import Random
from typing import Any

#: A trade: what he is, where he works, and what happens there.
TRADES = {
    ("mayor", "{town} City Council"): """the council voted for a new tram line|the town hall needs a new roof
        |residents want cheaper parking|a park will open by the canal|the budget for street lamps was cut
        |the bin collections are late again|voters will choose a council in May|two schools share one hall""",
    ("striker", "{town} Rovers"): """the side lost three matches in a row|a late goal saved the cup tie
        |the goalkeeper broke a finger in training|the league table looks better than in autumn
        |supporters sang for ninety minutes|the penalty hit the post|the pitch was frozen at kick-off
        |the transfer window closes on Friday""",
    ("novelist", "{town} Press"): """the second volume of the trilogy is set on an island|critics called the prose cold
        |the paperback sold forty thousand copies|a prize jury read ninety manuscripts|chapters were cut by an editor
        |the heroine of the book keeps bees|a translation into Danish is under way|the memoir was never finished""",
    (
        "geologist",
        "University of {town}",
    ): """the volcano has been quiet for decades|rock samples were dated to the Jurassic
        |a fault runs under the reservoir|the drill reached a layer of basalt|students mapped the cliffs in a week
        |fossils of ferns were found in the shale|the glacier lost eight metres
        |an earthquake of magnitude four was felt""",
    ("chef", "Blue Door restaurant"): """the menu has only one dessert|the kitchen buys fish at the quay
        |guests wait two months for a table|a critic praised the turnip soup|the bread is baked before dawn
        |waiters share the tips|the wine list fills one page|the oven broke on the opening night""",
    ("cellist", "{town} Philharmonic"): """the orchestra toured with a Haydn concerto|the string section was enlarged
        |a recording of the sonatas appears in spring|the concert hall has poor acoustics|the conductor left in anger
        |an encore lasted eleven minutes|the quartet rehearses in a chapel|the bow was made from pernambuco wood""",
    ("judge", "{town} Crown Court"): """the jury could not agree on a verdict|the barrister asked for bail
        |the sentence was four years in prison|a witness changed her statement|the appeal will be heard in June
        |the accused kept silent in the dock|evidence was lost by the police|the trial opened with legal argument""",
    ("banker", "{town} Savings Bank"): """interest rates rose by a quarter of a point|shares fell after the results
        |customers withdrew their deposits|the merger needs the regulator's consent|bad loans weighed on the profit
        |the pension fund sold its bonds|branches in villages will close|dividends were paid in full""",
    ("surgeon", "{town} General Hospital"): """the transplant took nine hours|the ward is short of nurses
        |patients wait for new hips|an infection spread on two floors|the kidney came by helicopter
        |doctors tried a keyhole operation|the anaesthetist was on strike|a scanner was bought with donations""",
    (
        "pilot",
        "{town} Airways",
    ): """the engine failed after take-off|the crew put out oxygen masks|fog closed both runways
        |the airline ordered ten jets|a bird struck the windscreen|passengers slept at the gate
        |the flight recorder was recovered|the landing gear would not lower""",
    ("farmer", "{town} Growers' Union"): """wheat prices are at their lowest in years|a cow was stolen at night
        |drought spoiled the barley|the tractor is older than its driver|milk is sold below its cost
        |hedges must not be cut in spring|sheep grazed on the dyke|the harvest began a week early""",
    ("programmer", "{town} Software"): """the update deleted the address books|a bug let strangers read messages
        |the servers were down for a day|the app has two million users|the source code is open
        |passwords were stored in plain text|the start-up was sold to a rival|a robot wrote the manual""",
    (
        "priest",
        "St Anne's Church",
    ): """the bells are silent for repairs|the parish collects coats|the choir sang at the vigil
        |a bishop blessed the boats|the organ lost a pipe|the sermon was about debt|the crypt flooded in March
        |a wedding was held by candlelight""",
    (
        "detective",
        "{town} Police",
    ): """a burglar left his glove|the reward was doubled|neighbours heard a car at midnight
        |a ring was found in a drain|the suspect fled over the roofs|cameras in the arcade were broken
        |the stolen paintings turned up in a barn|divers searched the lake""",
    ("trade unionist", "{town} Dockers' Union"): """the strike entered its third week|cranes stood still in the port
        |wages rose by three per cent|a picket line blocked the gate|the employers walked out of the talks
        |overtime was banned|the ballot was close|containers piled up on the quay""",
    ("botanist", "{town} Botanic Garden"): """the orchid flowers once in seven years|seeds were sent to a vault
        |a fungus kills the elms|the greenhouse is heated by waste water|moss covers the north wall
        |bees have returned to the meadow|a new species of sedge was described|the herbarium was moved""",
    ("architect", "Smith and Partners"): """the tower will have forty floors|the bridge sways in the wind
        |the facade is of recycled brick|the theatre has no right angles|planners refused the glass dome
        |a model of the station is on show|the library opens onto a square|the stairs were built of oak""",
    ("swimmer", "{town} Swimming Club"): """the relay team won silver|the water was too cold for a record
        |the butterfly final was close|training starts at five|the pool was closed for tiles
        |a shoulder injury ended the season|the channel crossing took fourteen hours|heats are on Thursday""",
}
TOWNS = """Arden|Belham|Corby|Darnel|Eastwick|Fallow|Garston|Holm|Iver|Jarrow|Kelso|Linton|Marden|Nairn|Oakham
    |Penrith|Quorn|Redcar|Selby|Thirsk|Ulver|Ventnor|Wick|Yarm|Alston|Bodmin|Cromer|Diss|Ely|Frome|Goole
    |Hexham|Ilkley|Keswick|Louth"""
FRIENDS = """Ines Barbosa|Otto Reyes|Ona Finnegan|Piet Vroom|Lena Kask|Tomas Hruby|Asta Lindqvist|Ravi Menon
    |Greta Vogl|Yusuf Demirel|Noor Haddad|Milo Petrov|Keiko Arai|Bram Kuyper|Sofia Galanis|Ewa Nowicka|Dario Conti
    |Ulla Heikkinen|Femi Adeyemi|Hana Dvorak|Luca Ferrante|Mira Kovac|Odile Marchand|Pavel Sorokin|Rosa Quintero
    |Sven Ekdahl|Tariq Aziz|Ursula Brandt|Vera Molnar|Wim Daalder|Xenia Pappas|Yara Salem|Zoltan Kis|Aino Laine
    |Bela Racz"""
ANY = """It rained for most of the day.|More is expected next week.|A decision will take time.|Not everybody agreed.
    |The figures could not be checked.|It was the talk of the town.|Others had warned of it.|The news came on Monday.
    |A spokeswoman would not comment.|There were no other questions.|Some had waited for hours.|It has happened before.
    |The costs are not known.|Letters may be sent to the editor.|This paper was first to report it."""
NAME = re.compile(r"(?:John )?Smith(?! and)")


def listed(text: str) -> list[str]:
    return [" ".join(piece.split()) for piece in text.split("|")]


def gold() -> Iterator[dict[str, Any]]:
    """Yield the articles on all of them, with each name of a John Smith annotated."""
    random = Random(7)
    towns, friends = listed(TOWNS), listed(FRIENDS)
    men = [(trade, towns[n], friends[n]) for n, trade in enumerate([*TRADES, *TRADES][: len(towns)])]
    for number, ((role, body), town, friend) in enumerate(men):
        born = 1930 + random.randrange(60)
        for article in range(1 + min(int(random.expovariate(0.3)), 11)):
            text = story(random, (role, body.format(town=town)), town, friend, (2015 - born, number // len(TRADES)))
            yield {
                "id": f"{number}-{article}",
                "text": text,
                "published": "2015-05-04",
                "mentions": [
                    {"span": list(found.span()), "type": "Person", "entity": f"smith-{number}"}
                    for found in NAME.finditer(text)
                ],
            }


def story(random: Random, work: tuple[str, str], town: str, friend: str, man: tuple[int, int]) -> str:
    """Return an article on one of them; `man` is his age, and whether he is the first or the second of his trade."""
    (role, body), (age, second) = work, man
    happenings = listed(next(text for (name, _), text in TRADES.items() if name == role))
    events = random.sample(happenings[3:] if second else happenings[:5], 4)
    first = random.choice(
        [
            f"John Smith, the {role} from {town}, says that {events[0]}.",
            f"In {town} {events[0]}, and John Smith knows why.",
            f"John Smith, {age}, has seen much, but now {events[0]}.",
            f"“Never before,” said John Smith of {body}, as {events[0]}.",
            f"John Smith was there when {events[0]}.",
            f"Few people know John Smith. Yet {events[0]}.",
        ]
    )
    rest = [
        f"Smith said that {events[1]}.",
        random.choice(
            [f"His friend {friend} said that {events[2]}.", f"For Smith it was no surprise that {events[2]}."]
        ),
        random.choice([f"At {body}, {events[3]}.", f"And {events[3]}.", f"{events[3].capitalize()}."]),
        *random.sample(listed(ANY), 3),
    ]
    random.shuffle(rest)
    return " ".join([first, *rest])


if __name__ == "__main__":
    for line in gold():
        print(json.dumps(line, ensure_ascii=False))
