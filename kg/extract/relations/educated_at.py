"""educatedAt: the school or university that a person went to."""

from kg.extract.relations.pattern import Pattern
from kg.extract.relations.title import Title

DEGREE = (
    "degree|bachelor|master|ba|bs|mba|ma|ph.d.|phd|doctorate|diploma"
    "|b.a.|b.s.|m.a.|m.b.a.|m.s.|msc|bsc|j.d.|jd|mfa|llb|md|m.d."
)
#: What is read at a university, and in no paper.
SUBJECTS = (
    "history|english|law|classics|politics|philosophy|economics|medicine|mathematics|maths|physics|chemistry|biology"
    "|theology|geography|french|german|engineering|ppe|literature|psychology|music|divinity|greats"
)
PATTERNS = [
    # She studied law at Oxford University.
    Pattern("study", subject="actor", object="in:at"),
    Pattern("read", subject="actor", object="in:at", needs=f"dobj:{SUBJECTS}"),
    Pattern("educate", subject="patient", object="in:at|in"),
    Pattern("train", subject="subject", object="in:at"),
    # He graduated from Harvard.
    Pattern("graduate", subject="subject", object="in:from|at"),
    Pattern("attend", subject="actor", object="patient"),
    # She holds a degree from Yale, earned her doctorate at Yale.
    Pattern(
        "hold receive earn have obtain complete get",
        subject="actor",
        object=f"dobj:{DEGREE} in:from|at",
    ),
    Pattern(
        "receive earn obtain complete get",
        subject="actor",
        object="in:from|at",
        needs=f"dobj:{DEGREE}",
    ),
]
TITLES = [Title("alumnus alumna graduate student", prepositions="of at from")]
