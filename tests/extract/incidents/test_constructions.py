"""Who did it, to whom and with what, in ways of telling that are seldom: each beside one that tells no such thing."""

import pytest

from tests.extract.incidents.test_events import events, told


@pytest.mark.parametrize(
    ("text", "role", "words"),
    [
        # harm told by nouns
        ("Two bridges were blown up in Orsa, resulting in the injury of nine clerks.", "injured", {"nine clerks"}),
        ("A bomb exploded in Orsa, leading to the deaths of two nurses.", "killed", {"two nurses"}),
        ("The bombing in Orsa caused the death of Ann Lee.", "killed", {"Ann Lee"}),
        ("The bombing in Orsa led to a debate on the death of the song.", "killed", set()),
        # what is damaged
        ("The blast damaged the showcases of 12 stores in Orsa.", "target", {"the showcases of 12 stores"}),
        ("The blast destroyed the hopes of 12 stores in Orsa.", "target", set()),
        # whose deed it was
        ("Dan Poe was the perpetrator of the murder of Ann Lee.", "perpetrator", {"Dan Poe"}),
        ("The mastermind of the attack on the embassy in Orsa was Dan Poe.", "perpetrator", {"Dan Poe"}),
        ("Dan Poe was the author of a book on the murder of Ann Lee.", "perpetrator", set()),
        ("Soldiers were the ones who murdered the priests in Orsa.", "perpetrator", {"Soldiers"}),
        # with what
        ("The soldiers used rifles for the killings in Lanto.", "weapon", {"rifles"}),
        ("The soldiers used rifles for the killings in Lanto.", "perpetrator", {"The soldiers"}),
        ("The judge used a map for the trial of the killings in Lanto.", "weapon", set()),
        ("Two men set off five kilos of dynamite outside the bank.", "weapon", {"five kilos of dynamite"}),
        ("Two men set off with five kilos of flour outside the bank.", "weapon", set()),
        ("Two men machine-gunned the minister's car in Orsa.", "target", {"the minister's car"}),
        # whom it hit
        ("Ann Lee, whose assassination was blamed on the Red Front, was buried.", "killed", {"Ann Lee"}),
        ("The gunman, whose attack on the bus shocked Orsa, was jailed.", "killed", set()),
        (
            "The murder on Friday of Bishop Ann Lee, a critic of the court, was plotted abroad.",
            "killed",
            {"Ann Lee"},
        ),
        ("Guards of the Lanto bridge repelled a rebel attack in Orsa.", "victim", {"Guards of the Lanto bridge"}),
        ("Guards of the Lanto bridge watched a rebel attack in Orsa.", "victim", set()),
        ("Rebels fired on a bus carrying nuns in Orsa.", "victim", {"nuns"}),
        ("Rebels fired on a bus carrying nuns in Leeds, killing two people.", "victim", set()),
        ("Rebels fired on a lorry carrying stones in Orsa.", "victim", set()),
        # a row with semicolons
        (
            "A car bomb exploded in Orsa, killing Ann Lee, 42; Jo Poe, 19; a boy known as Tom Day; and Dan Fox.",
            "killed",
            {"Ann Lee", "Jo Poe", "Tom Day", "Dan Fox"},
        ),
        ("A grenade attack that left nine pupils injured shocked Leeds.", "injured", {"nine pupils"}),
        ("A grenade attack left nine pupils at home in Leeds.", "injured", set()),
        (
            "He condemned the murders of Carl Vale, Colonel Frank Quinn, and Senator Luke Gale.",
            "killed",
            {"Carl Vale", "Frank Quinn", "Luke Gale"},
        ),
        (
            "A tax clerk, a baker, and a nurse were murdered in Leeds.",
            "killed",
            {"A tax clerk", "a baker", "a nurse"},
        ),
        (
            "A tax clerk, a father of two, and a nurse were murdered in Leeds.",
            "killed",
            {"A tax clerk", "a nurse"},
        ),
        ("Dan Poe was shot in Leeds along with his driver.", "victim", {"Dan Poe", "his driver"}),
        ("Dan Poe was shot in Leeds with a rifle.", "victim", {"Dan Poe"}),
        ("Vice President Ann Lee escaped unharmed from an attack in Leeds.", "victim", {"Ann Lee"}),
        ("Ann Lee walked home from an attack in Leeds.", "victim", set()),
        ("The attack on the bank was the work of guerrillas.", "perpetrator", {"guerrillas"}),
        ("The attack on the bank was the subject of a book by clerks.", "perpetrator", set()),
        ("After the murders in the last two days of a baker, troops came.", "killed", {"a baker"}),
        ("Rebels set a restaurant on fire in Leeds.", "target", {"a restaurant"}),
        # what an operation was against
        ("Rebels carried out sabotage operations against the railway bridge of Goma.", "perpetrator", {"Rebels"}),
        (
            "Rebels carried out sabotage operations against the railway bridge of Goma.",
            "target",
            {"the railway bridge of Goma"},
        ),
        # where
        ("Two men stabbed Ann Lee as she left her home in the old district of western Leeds.", "place", {"Leeds"}),
        ("Two men stabbed Ann Lee as she dreamt of the hills of western Leeds.", "place", set()),
    ],
)
def test_what_a_way_of_telling_gives(text: str, role: str, words: set[str]) -> None:
    assert {said for _, told_as, said in told(text) if told_as == role} == words


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("A bomb attack on a bank in Leeds hurt no one.", "asserted"),
        ("An attack on a mosque in Leeds caused no casualties.", "asserted"),
        ("No bank was attacked in Leeds.", "denied"),
        ("An attack on a mosque in Leeds did not take place.", "denied"),
    ],
)
def test_what_hurt_nobody_happened_all_the_same(text: str, modality: str) -> None:
    assert {event.evidence.modality for event in events(text)} == {modality}
