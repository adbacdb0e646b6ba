"""Who does what to whom: voice, coordination, gapping, participles, headlines."""

import pytest

from kg.extract.syntax import clause
from kg.language.parsed.off_spacy import off_spacy
from kg.language.pipeline import load

CASES = [
    # text, verb, agents, patients
    ("Two guards were shot by rebels near Orsa.", "shot", {"rebels"}, {"guards"}),
    ("Rebels shot two guards near Orsa.", "shot", {"Rebels"}, {"guards"}),
    ("38 were killed and 20 wounded when a bomb exploded in Lanto.", "wounded", set(), {"20"}),
    ("At least 38 people were killed and 20 injured in the attack.", "injured", set(), {"20"}),
    ("Four people were left dead and 12 wounded.", "wounded", set(), {"12"}),
    ("Nine bank officials killed, 30 wounded in militant attack in Lanto", "killed", set(), {"officials"}),
    ("Nine bank officials killed, 30 wounded in militant attack in Lanto", "wounded", set(), {"30"}),
    ("Update: Woman stabbed to death on Orsa tram", "stabbed", set(), {"Woman"}),
    ("Teen shot in the head outside school", "shot", set(), {"Teen"}),
    ("Gunmen kill 24 in northern village", "kill", {"Gunmen"}, {"24"}),
    ("The man, shot twice in the chest, died at the scene.", "shot", set(), {"man"}),
    ("He was born in Lanto and died in Orsa.", "died", {"He"}, set()),
    ("Two shells were fired at Lanto, the army said, wounding a clerk.", "wounding", set(), {"clerk"}),
    ("Gunmen raided a farm near Lanto, police said, killing two clerks.", "killing", {"Gunmen"}, {"clerks"}),
    ("The army said so on Monday, naming two clerks.", "naming", {"army"}, {"clerks"}),
    ("The clerk and her brother were beaten and robbed by two men.", "beaten", {"men"}, {"clerk", "brother"}),
    ("The gunman, who killed two nurses, fled.", "killed", {"gunman"}, {"nurses"}),
    ("Also killed were Ann Lee, a clerk, and reporter Jo Poe.", "killed", set(), {"Lee", "Poe"}),
]


@pytest.mark.parametrize(("text", "verb", "agents", "patients"), CASES, ids=[f"{c[0]} [{c[1]}]" for c in CASES])
def test_who_does_what_to_whom(text: str, verb: str, agents: set[str], patients: set[str]) -> None:
    (token,) = [t for t in off_spacy(load()(text)) if t.text == verb]
    assert {t.text for t in clause.agents(token)} == agents
    assert {t.text for t in clause.patients(token)} == patients
