"""Reported speech and stance: "source | cue | content". To add a case, add a line."""

from collections.abc import Callable
from typing import Any

import pytest

CLAUSES = [
    ("Mara Quill said the dam was safe.", ["Mara Quill | said | the dam was safe"]),
    ("Mara Quill said on Tuesday that the dam was safe.", ["Mara Quill | said | that the dam was safe"]),
    ("The dam was safe, Mara Quill said.", ["Mara Quill | said | The dam was safe"]),
    ("The dam, Mara Quill said, was safe.", ["Mara Quill | said | The dam … was safe"]),
    (
        "Even if the boat is repaired, Mara Quill said, it will never sail again.",
        ["Mara Quill | said | Even if the boat is repaired … it will never sail again"],
    ),
    # who says it stands behind the verb, where English puts an object
    ("Two ships sank, has confirmed the spokesman.", ["the spokesman | has confirmed | Two ships sank"]),
    ("The dam is shut, has informed the ministry.", ["the ministry | has informed | The dam is shut"]),
    ("Two ships sank, pointed out the official.", ["the official | pointed out | Two ships sank"]),
    # remarks do not speak, who is nearer does
    (
        "The vote came after Hale quit, saying he was ill.",
        ["Hale | saying | he was ill"],
    ),
    (
        "The report criticised the port as Hale left, saying it was badly run.",
        ["The report | criticised | the port as Hale left", "The report | saying | it was badly run"],
    ),
    # a clause that the parse has for an object
    (
        "The navy released photographs of people it said were captured guards.",
        ["it | said | were captured guards"],
    ),
    # numbers that somebody gives
    ("Mara Quill put the crowd at 20,000.", ["Mara Quill | put | the crowd at 20,000"]),
    ("Mara Quill put the losses at 1.2bn euros.", ["Mara Quill | put | the losses at 1.2bn euros"]),
    ("Mara Quill saw it and raised the toll to 12.", ["Mara Quill | raised | the toll to 12"]),
    ("A fire killed two men and raised the toll to 12.", []),
    (
        "The port puts the toll at 14, the union at 22.",
        ["The port | puts | the toll at 14", "the union | at | the toll … 22"],
    ),
    (
        "The port put the toll at 14, while Hale put it at 22.",
        ["The port | put | the toll at 14", "Hale | put | it at 22"],
    ),
    (
        "Hale put the toll at 170, when the port was reporting 158, and his office said 201 people had died.",
        ["Hale | put | the toll at 170", "his office | said | 201 people had died"],
    ),
    ("Datum had the Blue List at 12.8%.", ["Datum | had | the Blue List at 12.8%"]),
    ("The union counts 14 workers killed.", ["The union | counts | 14 workers killed"]),
    ("The vote counts 14 districts.", []),
    ("The union registers 14 workers killed.", ["The union | registers | 14 workers killed"]),
    ("The museum counts 14 boats among its treasures.", []),
    (
        "The union counted 14 dead, 20 injured and 3 missing.",
        ["The union | counted | 14 dead, 20 injured and 3 missing"],
    ),
    ("The union counted 14 dead and 20 ships sank.", ["The union | counted | 14 dead"]),
    # … and no more than that
    (
        "The mayor said 20 houses were damaged, while the governor said 35.",
        ["The mayor | said | 20 houses were damaged", "the governor | said | 35"],
    ),
    (
        "The union said 300 workers were hurt; the company said 40.",
        ["The union | said | 300 workers were hurt", "the company | said | 40"],
    ),
    ("Mara Quill had a berth at 12 Pier Street.", []),
    # with the part of it that is told behind
    (
        "The port put the number of injured at 80, among them 20 children, on Monday.",
        ["The port | put | the number of injured at 80, among them 20 children"],
    ),
    (
        "The port gave a toll of 50 dead, including 12 women.",
        ["The port | gave | a toll of 50 dead, including 12 women"],
    ),
    (
        "Both missed the turnout: Quill had confirmed the error.",
        ["Quill | had confirmed | the error"],
    ),
    ("Hale put the dead at 12 and the hurt at 40.", ["Hale | put | the dead at 12 and the hurt at 40"]),
    # what somebody had said is only compared
    (
        "Mara Quill said the boat sank an hour earlier than she had stated.",
        ["Mara Quill | said | the boat sank an hour earlier than she had stated"],
    ),
    ("Mara Quill gave a figure of 20,000 marchers.", ["Mara Quill | gave | a figure of 20,000 marchers"]),
    ("Mara Quill counted 300 guests.", ["Mara Quill | counted | 300 guests"]),
    ("Mara Quill stands by her toll of 40 dead.", ["Mara Quill | stands | her toll of 40 dead"]),
    ("The port keeps to its figure of 40 dead.", ["The port | keeps | its figure of 40 dead"]),
    ("The port maintains the figure of 40 deaths.", ["The port | maintains | the figure of 40 deaths"]),
    ("Mara Quill stands by her son.", []),
    ("Mara Quill put the boat in the shed at noon.", []),
    ("Mara Quill gave a present to 300 guests.", []),
    # to each the clause before
    (
        "Nine sailors drowned, the port said, and two hurt, the union said.",
        ["the port | said | Nine sailors drowned", "the union | said | and two hurt"],
    ),
    # what stands before the source, without a comma behind the cue, is the outlet's
    (
        "After the storm Dana Hale said the ferry was too old.",
        ["Dana Hale | said | the ferry was too old"],
    ),
    # clauses that the parse hangs elsewhere
    (
        "Dana Hale said in a statement that the race would be a contest between old rivals.",
        ["Dana Hale | said | that the race would be a contest between old rivals"],
    ),
    (
        "Dana Hale told a meeting of dockers that the port would close.",
        ["Dana Hale | told | that the port would close"],
    ),
    (
        "Hale said following a vote in 2001 that he had doubts about the port.",
        ["Hale | said | that he had doubts about the port"],
    ),
    (
        "Peru said two soldiers were killed; the navy denied firing and said the army had shot first.",
        [
            "Peru | said | two soldiers were killed",
            "the navy | denied | firing",
            "the navy | said | the army had shot first",
        ],
    ),
    # a thing of that sentence, confirmed before, is no claim
    (
        "Mara Quill said that the port stood by its results, which had been confirmed by a laboratory.",
        ["Mara Quill | said | that the port stood by its results"],
    ),
    # what is answered to a claim in its own sentence
    (
        "Mara Quill said the ferry had sunk, which the port denied.",
        ["Mara Quill | said | the ferry had sunk", "the port | denied | the ferry had sunk"],
    ),
    (
        "Mara Quill said the ferry had sunk, which was denied by the port.",
        ["Mara Quill | said | the ferry had sunk", "the port | was denied | the ferry had sunk"],
    ),
    (
        "Mara Quill said the vote was rigged, an accusation Dana Hale has repeatedly rejected.",
        [
            "Mara Quill | said | the vote was rigged",
            "Dana Hale | has repeatedly rejected | the vote was rigged",
        ],
    ),
    (
        'Mara Quill said the ferry had sunk, a claim that the port called "a lie".',
        ["Mara Quill | said | the ferry had sunk", "the port | called … a lie | the ferry had sunk"],
    ),
    (
        "The plant poisoned the river, a charge rejected by the company.",
        ["the company | rejected | The plant poisoned the river"],
    ),
    # two sayings of one speaker, two clauses of one saying
    (
        "The port said it would cut 200 jobs, adding that more might follow.",
        ["The port | said | it would cut 200 jobs", "The port | adding | that more might follow"],
    ),
    (
        "The senator said she would vote against the bill but that talks would go on.",
        ["The senator | said | she would vote against the bill but that talks would go on"],
    ),
    ("Hale said he plans to appeal.", ["Hale | said | he plans to appeal"]),
    ("Residents say they fear the dam.", ["Residents | say | they fear the dam"]),
    (
        "The council said the bridge was old and warned that the road would flood.",
        ["The council | said | the bridge was old", "The council | warned | that the road would flood"],
    ),
    # what explains behind a comma is the outlet's
    (
        "Dana Hale said the crew would go to Vesberg, which is the capital.",
        ["Dana Hale | said | the crew would go to Vesberg"],
    ),
    # speech within speech
    (
        "Hale said that Mara Quill had promised to pay.",
        ["Hale | said | that Mara Quill had promised to pay", "Mara Quill | had promised | to pay"],
    ),
    # sources of all kinds
    ("Scientists at Kalin University warned that the lake could dry up.",
     ["Scientists at Kalin University | warned | that the lake could dry up"]),
    ("The court ruled that the law was void.", ["The court | ruled | that the law was void"]),
    ("The sign said the beach was closed.", ["The sign | said | the beach was closed"]),
    ("Some say the bridge is haunted.", ["Some | say | the bridge is haunted"]),
    ("Half of voters said they trusted the court.",
     ["Half of voters | said | they trusted the court"]),
    ("Mara Quill and Dana Hale said the dam was safe.",
     ["Mara Quill and Dana Hale | said | the dam was safe"] * 2),
    ("The mayor of Kelmouth, Lida Fenmont, said the ferry would sail.",
     ["The mayor of Kelmouth, Lida Fenmont, | said | the ferry would sail"]),
    ("Mara Quill, who runs the ferry, said fares would rise.",
     ["Mara Quill, who runs the ferry, | said | fares would rise"]),
    # who does not say refuses to
    ("The company did not say when the ferry would sail.",
     ["The company | did not say | when the ferry would sail"]),
    # what somebody gives as a count
    ("Governor Dana Hale put the number of injured at 63.",
     ["Governor Dana Hale | put | the number of injured at 63"]),
    ("Official figures put the dead at 638 and the injured at 3,240.",
     ["Official figures | put | the dead at 638 and the injured at 3,240"]),
    ("The coast guard has raised the death toll to 22.",
     ["The coast guard | has raised | the death toll to 22"]),
    ("The storm raised the death toll to 22.", []),
    ("Dana Hale put the crew at risk.", []),
    # the outlet goes on
    ("The captain was charged on Monday, the court said, as the death toll rose to 31.",
     ["the court | said | The captain was charged on Monday"]),
    # what others ask or fear
    ("Asked whether the ferry was full, a spokesman for the port declined to comment.",
     ["a spokesman for the port | declined | to comment"]),
    ("In Kelmouth, dozens feared dead.", []),
    # what stands there was turned round
    ("The storm sank nine boats, announced the mayor this Saturday.",
     ["the mayor | announced | The storm sank nine boats"]),
    ("Two boats sank, indicated the fire brigade.", ["the fire brigade | indicated | Two boats sank"]),
    ("Nobody will be left behind, assured the minister.",
     ["the minister | assured | Nobody will be left behind"]),
    ("The toll of the flood has risen to 71, announced on Friday the agency.",
     ["the agency | announced | The toll of the flood has risen to 71"]),
    ("The fire service was called to the mill on Tuesday.", []),
    # who owns somebody is not who speaks
    ("The inspectors' union blamed the builders.", ["The inspectors' union | blamed | the builders"]),
    # nothing is said, or not yet
    ("The company could say that the ferry was late.", []),
    ("The storm slammed the coast.", []),
    ("It said.", []),
]  # fmt: skip

STANCES = [
    ("Dana Hale denied the claim.", ["Dana Hale | denied | the claim"]),
    ("Dana Hale has repeatedly denied the claim.", ["Dana Hale | has repeatedly denied | the claim"]),
    ("Critics called the plan a mistake.", ["Critics | called | the plan a mistake"]),
    ("Dana Hale blamed the port for the delay.", ["Dana Hale | blamed | the port for the delay"]),
    ("Hale accused the port of hiding the report.", ["Hale | accused | the port of hiding the report"]),
    (
        "The port was accused by Dana Hale of hiding the report.",
        ["Dana Hale | was accused | The port … of hiding the report"],
    ),
    (
        "The plan was condemned by the union as a betrayal.",
        ["the union | was condemned | The plan … as a betrayal"],
    ),
    (
        "It is a vote hailed by the port as fair but dismissed by critics as a sham.",
        ["critics | dismissed | a vote … as a sham", "the port | hailed | a vote … as fair"],
    ),
    ("Hale has pleaded not guilty to fraud.", ["Hale | has pleaded | not guilty to fraud"]),
    ("The ban was welcomed by the union.", ["the union | was welcomed | The ban"]),
    (
        "The coach praised the goalkeeper and criticised the referee.",
        ["The coach | praised | the goalkeeper", "The coach | criticised | the referee"],
    ),
    ("Hale refused to pay the fine.", ["Hale | refused | to pay the fine"]),
    ("The port plans to cut 200 jobs.", ["The port | plans | to cut 200 jobs"]),
    ("Mara Quill urged the crew to wait.", ["Mara Quill | urged | the crew to wait"]),
    ("The union called on the port to pay.", ["The union | called on | the port to pay"]),
    ("The minister called for an inquiry.", ["The minister | called for | an inquiry"]),
    ("The council warned of further floods.", ["The council | warned of | further floods"]),
    ("Quill said his crews had counted 40 wrecks.", ["Quill | said | his crews had counted 40 wrecks"]),
    ("The port spoke on Friday of 40 dead.", ["The port | spoke | 40 dead"]),
    ("The crew talked on the deck of 12 ships.", []),
    (
        "Hale referred to the strike as a shame.",
        ["Hale | referred to | the strike as a shame"],
    ),
    ("Hale reiterated his demand that the port close.", ["Hale | reiterated | that the port close"]),
    ("Hale questioned whether the vote was fair.", ["Hale | questioned | whether the vote was fair"]),
    # who counts says how many; a war that claims lives says nothing
    ("The harbour police estimated 900 guests.", ["The harbour police | estimated | 900 guests"]),
    ("The union has registered 40 complaints.", ["The union | has registered | 40 complaints"]),
    ("Doctors counted 75 wounded.", ["Doctors | counted | 75 wounded"]),
    ("The village recorded 900 millimetres of rain.", []),
    ("The storm claimed nine lives in Kelmouth.", []),
    ("The flood has claimed the lives of nine sailors.", []),
    ("The rebels claimed two attacks.", ["The rebels | claimed | two attacks"]),
    # what somebody denies to have said, nobody said
    (
        "Mara Quill denied having declared that the dam was old.",
        ["Mara Quill | denied | having declared that the dam was old"],
    ),
    # what the speaker does next is no part of what is said
    (
        "The harbour master said that four had drowned and accused the port of negligence.",
        [
            "The harbour master | said | that four had drowned",
            "The harbour master | accused | the port of negligence",
        ],
    ),
    # nothing is said
    ("Two sailors reported missing after the storm.", []),
    ("The union says otherwise.", []),
]

ACCORDING = [
    ("The dam is safe, according to Mara Quill.", ["Mara Quill | according to | The dam is safe"]),
    (
        "According to exit polls, Hale lost the vote but won the capital.",
        ["exit polls | According to | Hale lost the vote but won the capital"],
    ),
    (
        "The bridge will reopen, according to Mara Quill of the port authority, though it is unclear when.",
        ["Mara Quill of the port authority | according to | The bridge will reopen"],
    ),
    # what another one gives is none of it
    (
        "The mayor had 52 votes, according to the port, while the union gave him 49.",
        ["the port | according to | The mayor had 52 votes"],
    ),
    (
        "The storm killed, according to the port, 14 sailors.",
        ["the port | according to | The storm killed … 14 sailors"],
    ),
    (
        "It sank 12 boats and, according to the mayor, damaged 40.",
        ["the mayor | according to | damaged 40"],
    ),
    (
        "The mayor said that, according to the port, 30 boats had sunk.",
        [
            "The mayor | said | that, according to the port, 30 boats had sunk",
            "the port | according to | 30 boats had sunk",
        ],
    ),
    (
        "Harbour Radio quoted an official as saying that the bridge was closed.",
        ["an official | quoted … as saying | that the bridge was closed"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*CLAUSES, *STANCES, *ACCORDING])
def test_reported(attributed: Callable[..., list[Any]], text: str, expected: list[str]) -> None:
    assert [a.words for a in attributed(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        'Mara Quill said: "I think the dam is old. They want a new one, and the port hopes to pay."',
        "Mara Quill said the port wants a new dam.",
    ],
)
def test_what_people_only_think_is_part_of_what_is_said(
    attributed: Callable[..., list[Any]], text: str
) -> None:
    assert [a.speaker for a in attributed(text)] == ["Mara Quill"]


def test_what_another_source_vouches_for(attributed: Callable[..., list[Any]]) -> None:
    text = "Mara Quill said she would go to Kelmouth, where prices doubled, according to the bank."
    assert "prices doubled" not in attributed(text)[0].words


AUDIENCES = [
    ("Mara Quill told the council that the dam was safe.", "the council"),
    ("Mara Quill urged the crew to wait.", "the crew"),
    ("Mara Quill said the dam was safe.", None),
]


@pytest.mark.parametrize(("text", "audience"), AUDIENCES)
def test_audience(attributed: Callable[..., list[Any]], text: str, audience: str | None) -> None:
    assert [a.audience for a in attributed(text)] == [audience]
