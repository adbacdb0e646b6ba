"""Jobs that people have somewhere: where they work or come from is no body that they hold an office of."""

from kg.extract.lexicon.words import words

#: Work that only its own word names ...
TRADES = (
    "actor actress artist author singer writer painter composer philosopher architect historian photographer"
    " accountant anchorwoman anthropologist archaeologist astronomer auditor baker barrister bartender"
    " biographer blogger bodyguard bookkeeper botanist boxer butcher cameraman cardiologist carpenter"
    " cartoonist cashier caretaker chef choreographer clerk comedian criminologist critic cyclist dentist"
    " dermatologist dramatist electrician entrepreneur epidemiologist essayist farmer filmmaker financier"
    " firefighter fisherman gardener golfer hairdresser handyman hairstylist illustrator innkeeper interpreter"
    " inventor investigator ironworker janitor jockey jeweller jurist landscaper librarian lifeguard lyricist"
    " magician mason mechanic meteorologist midwife miner naturalist neurologist neurosurgeon newscaster"
    " novelist nurse nutritionist oceanographer paramedic pediatrician pharmacist pianist playwright plumber"
    " postman priest psychiatrist psychotherapist publicist rabbi rancher rapper realtor receptionist salesman"
    " salesperson saleswoman screenwriter sculptor seamstress shopkeeper solicitor songwriter sprinter"
    " statistician stockbroker surveyor swimmer tailor technician theologian therapist toxicologist translator"
    " tutor undertaker veterinarian violinist virologist waiter waitress welder worker wrestler pundit"
    " freelancer soprano tenor baritone ceramicist ceramist"
)
#: ... and that which is also a title of a body: "a judge in Dallas", "a teacher at Acme College".
PROFESSIONS = (
    "activist analyst astronaut biologist businessman businesswoman chemist columnist designer detective developer"
    " doctor drummer economist editor engineer expert footballer geologist guitarist historian instructor journalist"
    " judge lawyer lecturer linguist physician physicist pilot player professor programmer psychologist reporter"
    " researcher scholar scientist sociologist soldier specialist surgeon teacher trainer zoologist"
)
JOBS = words(TRADES + " " + PROFESSIONS)
