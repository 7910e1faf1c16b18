"""Where the network and the rules meet: what each adds, whose bounds count."""

from collections.abc import Callable
from typing import Any

import pytest

# "source | cue | content": what is found of a text by both together.
BOTH = [
    # the rule's "said" and the network's bounds, with the apposition that it closes
    ("Ana Quill, the mayor, said the dam held.", ["Ana Quill, the mayor, | said | the dam held"]),
    # who is somewhere, not where
    ("Anger grows over late ferries in Dorvan\n\n"
     "Passengers of Monday's ferry in western Dorvan have accused the port of hiding the leak.",
     ["Passengers of Monday's ferry in western Dorvan | have accused | the port of hiding the leak"]),
    # what nobody in particular hopes for
    ("Fears of a new strike grew on Monday as crews gathered near the port.", []),
    # who runs a body does not speak for it
    ("They met near Kelmouth, where the clinic run by the union said 37 sailors had been treated.",
     ["the clinic | said | 37 sailors had been treated"]),
    # a cue that no lexicon knows, and nobody named: the network alone
    ("There is growing concern that the dam will fail.", ["- | is growing concern | that the dam will fail"]),
    # the outlet explains, at the end of what is said
    ("Quill said the crew had left Kelmouth, where 400 people live.",
     ["Quill | said | the crew had left Kelmouth"]),
    # who asserts may explain what is asserted; what is wanted, the outlet explains
    ("Quill said the ferry had hit the pier, which was built in 1902.",
     ["Quill | said | the ferry had hit the pier, which was built in 1902"]),
    ("The union wants a new contract, which the company cannot pay.", ["The union | wants | a new contract"]),
    # the cue between commas, and both halves of what is said
    ("In the end, the pilot said, the boat would have sunk.",
     ["the pilot | said | In the end … the boat would have sunk"]),
    # … the fuller half in quotation marks, of which the network gives a part
    ("The crew was tired, she said, and “nobody had slept for two days.”",
     ["she | said | The crew was tired … and “nobody had slept for two days.”"]),
    # no piece of what joins clauses alone
    ("If anything, experts say his plan to widen the canal would make the floods worse.",
     ["experts | say | his plan to widen the canal would make the floods worse"]),
    # what nobody else says goes on with the one before
    ("The harbour master fears a long winter. “We have no salt left.”",
     ["The harbour master | fears | a long winter … We have no salt left."]),
    # who speaks stands behind the verb in a translation
    ("“Nobody was an expert of dams”, has said the mayor of Kelmouth, Ana Quill.",
     ["the mayor of Kelmouth, Ana Quill | has said | Nobody was an expert of dams"]),
    # the article belongs to who speaks
    ("The crews will walk out on Friday unless they are paid, their union has said in a statement.",
     ["their union | has said in a statement | The crews will walk out on Friday unless they are paid"]),
    # who says it stands with a role behind what is said
    ("Two boats sank near the pier, hurting five sailors, the head of the port, Tor Quill, said.",
     ["the head of the port, Tor Quill | said | Two boats sank near the pier, hurting five sailors"]),
    # … and is not what the sentence before it is about
    ("The court rejected the appeal and lawyers accused the judges of bias.",
     ["The court | rejected | the appeal and lawyers", "lawyers | accused | the judges of bias"]),
    # what is dismissed behind what it is called
    ("The port dismissed as “a tale” the union's claim that 12 boats had sunk.",
     ["The port | dismissed | as “a tale” the union's claim that 12 boats had sunk",
      "the union | claim | that 12 boats had sunk"]),
    # what somebody does not comment on, they do not say
    ("The port declined to comment on reports, citing two doctors, that the boat leaked.",
     ["The port | declined | to comment on reports"]),
    ("Quill Ferries would not comment on claims that 12 sailors had drowned.",
     ["Quill Ferries | would not comment on | claims"]),
    ("Quill Ferries said it was aware of reports, citing the union, that 12 sailors had drowned.",
     ["Quill Ferries | said | it was aware of reports"]),
    # whose claim it is that is called untrue, is not told
    ("The mayor left on Monday. Reports that 12 sailors drowned are unfounded.",
     ["- | Reports | that 12 sailors drowned"]),
    # who had confessed denies the next thing, too
    ("The port said the pilot had confessed to the theft but denied a second one.",
     ["The port | said | the pilot had confessed to the theft", "the pilot | denied | a second one"]),
    # no more than a wish for no name
    ("Three guards who asked not to be identified for fear of losing their jobs said the boat leaked.",
     ["Three guards who | said | the boat leaked"]),
    # nobody says what is seen, done, or said of them
    ("The town of Kelmouth, once so calm, has seen prices soar since 2031.", []),
    ("The clinic admitted 14 people on Monday.", []),
    ("Two men initially reported as detained were sailors and have been freed.", []),
    # what is done to somebody, nobody says
    ("The dam held, the port said. More than 100 captains have been sanctioned for fraud.",
     ["the port | said | The dam held"]),
    # a claim, and what is answered to it
    ("Quill said two sailors had drowned, a claim which the port has rejected.",
     ["Quill | said | two sailors had drowned", "the port | has rejected | two sailors had drowned"]),
    # what who says it does besides, and what is told of others in between
    ("Quill denies the charge and faces up to four years in prison.", ["Quill | denies | the charge"]),
    ("The captain, who had swum ashore, has been charged with fraud, the port said.",
     ["the port | said | The captain, who had swum ashore, has been charged with fraud"]),
    ("The ship's captain, who had been questioned on Friday, has since been charged with presenting false "
     "documents, his lawyer Tomas Brand told VTV. He denies the charge and faces up to four years in prison.",
     ["his lawyer Tomas Brand | told | The ship's captain, who had been questioned on Friday, has since been "
      "charged with presenting false documents", "He | denies | the charge"]),
    # behind a colon somebody goes on
    ("The ship had made nine trips, Hale said. Rovan disputes that: Quill said the ship had never sailed.",
     ["Hale | said | The ship had made nine trips", "Rovan | disputes | that",
      "Quill | said | the ship had never sailed"]),
    # the whole sentence, of which the network gives the last clause
    ("Prices rose 4 percent in March as shops in the north of the country raised the price of bread by "
     "12 percent, the statistics office said.",
     ["the statistics office | said | Prices rose 4 percent in March as shops in the north of the country "
      "raised the price of bread by 12 percent"]),
    ("At least 13 people were killed on Thursday in a gun battle between police and members of a criminal "
     "gang in the Alder neighbourhood of Orrin, hours after officers seized 1.8 tonnes of cocaine in the "
     "city's port, authorities said.",
     ["authorities | said | At least 13 people were killed on Thursday in a gun battle between police and "
      "members of a criminal gang in the Alder neighbourhood of Orrin, hours after officers seized 1.8 "
      "tonnes of cocaine in the city's port"]),
    # who speaks stands before the cue, not in what describes him, nor with what stands before him
    ("An autopsy shows that Quill was hit in the back.",
     ["An autopsy | shows | that Quill was hit in the back"]),
    ("Ferry companies, facing pressure from crews over their part in the crash, have promised to slow down.",
     ["Ferry companies | have promised | to slow down"]),
    ("After the vote, Ana Quill, one of the nine members who opposed it, said the port faces other problems.",
     ["Ana Quill | said | the port faces other problems"]),
    # who stands before the verb, though the parse takes the name behind it for its subject, too
    ("Some said Mr. Quill, while tired, did not sleep at the wheel.",
     ["Some | said | Mr. Quill, while tired, did not sleep at the wheel"]),
    # what is not so is what was said
    ("Twelve people were killed, not 14 as the ministry had said.", ["the ministry | had said | 14"]),
    ("It costs 1.9 billion crowns, not 2.4 billion as Quill said on Monday.",
     ["Quill | said | 2.4 billion"]),
    # what is said of a claim is no part of it
    ("The guard boarded a boat. Reports in local media that crew members were beaten are false.",
     ["- | Reports in | that crew members were beaten"]),
    ("Quill asked for 28 million crowns, of which only six million had been paid.",
     ["Quill | asked for | 28 million crowns"]),
    # what might be said is not said
    ("The company could say that the ferry was late.", []),
    # a source is a whole phrase, wherever the network's word pieces end
    ("The union said in a statement on Thursday that talks had failed, and accused the company of bad faith.",
     ["The union | said | that talks had failed", "The union | accused | the company of bad faith"]),
    # what is said stays in the cue's sentence, and before a semicolon behind it
    ("Four streets are wet. Around 2,000 people marched, police said; organisers spoke of 10,000.",
     ["police | said | Around 2,000 people marched", "organisers | spoke of | 10,000"]),
    # … nor is it one of another clause
    ("The Orrin observer mission, which deployed 82 observers, said voting had been calm.",
     ["The Orrin observer mission | said | voting had been calm"]),
    ("Hale, who won 26 percent of the vote according to the port, repeated on Monday that he would stay.",
     ["the port | according to | who won 26 percent of the vote", "Hale | repeated | that he would stay"]),
    ("The union's chair rejects the offer, calls for a strike",
     ["The union's chair | rejects | the offer", "The union's chair | calls for | a strike"]),
    # who is charged says nothing, nor does who wants no name
    ("Former minister charged with taking bribes", ["- | charged with | taking bribes"]),
    ("“They shot at us,” said Mara Quill, a teacher, who declined to give her last name.",
     ["Mara Quill, a teacher, who | said | They shot at us"]),
    # what is said has its subject, and is more than a particle
    ("Talks between the port and the union on a deal along their common border broke up on Thursday, "
     "with each side blaming the other for the failure, officials said.",
     ["officials | said | Talks between the port and the union on a deal along their common border broke up "
      "on Thursday, with each side blaming the other for the failure"]),
    ("Fish prices in Kelmouth rose 9.4 percent in April from a year earlier, up from 8.1 percent in March, "
     "the harbour office said on Wednesday, the fastest pace since 2031.",
     ["the harbour office | said | Fish prices in Kelmouth rose 9.4 percent in April from a year earlier, up "
      "from 8.1 percent in March … the fastest pace since 2031"]),
    ("Quill has ruled that out.", ["Quill | has ruled | that out"]),
    # a speaker's post is no end of the name, and no name of its own
    ("Mayor Hale's harbour safety adviser Mara Quill said the dam was safe.",
     ["Mayor Hale's harbour safety adviser Mara Quill | said | the dam was safe"]),
    # "I think" within what is quoted is the speaker's
    ("The decision has “hurt the talks, which is unfortunate, I think it's harmful,” Ms. Hale said.",
     ["Ms. Hale | said | The decision has “hurt the talks, which is unfortunate, I think it's harmful,”"]),
    # direct speech is bounded by its marks
    ("Minister Hale hailed the truce as “a victory for us”. “We said so at once,” he told the crew.",
     ["Minister Hale | hailed | the truce as “a victory for us”", "he | told | We said so at once"]),
    ("“The dam held,” Quill said. “We left at dawn.”", ["Quill | said | The dam held … We left at dawn."]),
    ("“Mr Holm must answer: did he read them?” said union leader Ana Quill. “If he did, it is a crime.”",
     ["union leader Ana Quill | said | Mr Holm must answer: did he read them? … If he did, it is a crime."]),
    # the office is no part of what is said
    ("Salt was sold out for weeks, the town's mayor, Elsa Quill, said.",
     ["the town's mayor, Elsa Quill | said | Salt was sold out for weeks"]),
    ("The two piers were closed during the night, the governor of the district, Mara Quill, said.",
     ["the governor of the district, Mara Quill | said | The two piers were closed during the night"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BOTH)
def test_both_together(attributed: Callable[..., list[Any]], text: str, expected: list[str]) -> None:
    assert [a.words for a in attributed(text)] == expected


def test_who_and_which_are_those_they_stand_for(attributed: Callable[..., list[Any]]) -> None:
    text = (
        "Mara Quill backed the plan. Boat owners, who have long complained that the port is shallow, marched."
    )
    assert {a.words.split(" | ")[0]: a.speaker for a in attributed(text)} == {
        "Mara Quill": "Mara Quill", "who": "Boat owners",
    }  # fmt: skip


def test_who_did_not_say_refuses(attributed: Callable[..., list[Any]]) -> None:
    (one,) = attributed("The company did not say when the ferry would sail.")
    assert (one.words.split(" | ")[1], one.polarity) == ("did not say", "refuse")


PICTURED = "The dam held, a port official told Reuters on Friday, adding that “no one was hurt”."


def test_the_sentence_of_the_docs_comes_out_as_pictured(attributed: Callable[..., list[Any]]) -> None:
    found = attributed(PICTURED)
    assert [(a.words, a.kind, a.polarity) for a in found] == [
        ("a port official | told | The dam held", "indirect", "assert"),
        ("a port official | adding | no one was hurt", "direct", "assert"),
    ]
    assert {(a.speaker, a.relay) for a in found} == {("port official", ("port official", "Reuters"))}


def test_who_reports_it_to_others_stands_behind_by(attributed: Callable[..., list[Any]]) -> None:
    (one,) = attributed("Twelve wrecks were reported to the guild by the harbour office.")
    assert one.speaker == "harbour office"
