"""What a speaker does in saying it, as a table."""

from collections.abc import Callable
from typing import Any

import pytest

SAID = [
    # the cue decides
    ("Dana Hale said the dam was safe.", "assert"),
    ("Dana Hale denied the claim.", "deny"),
    ("Dana Hale ruled out foul play.", "deny"),
    ("Dana Hale ruled out suspending the vote.", "refuse"),
    ("Dana Hale said there was no dam.", "deny"),
    ("Dana Hale said without the dam there was no port.", "assert"),
    ("Dana Hale vowed to rebuild the dam.", "vow"),
    ("Dana Hale promised that the ferry would sail.", "vow"),
    ("Dana Hale refused to pay the fine.", "refuse"),
    ("Dana Hale rejected the offer.", "refuse"),
    ("Dana Hale rejected the accusation.", "deny"),
    ("Dana Hale opposed the plan.", "oppose"),
    ("Dana Hale warned of floods.", "warn"),
    ("Dana Hale accused the port of hiding the report.", "accuse"),
    ("Dana Hale condemned the strike.", "criticise"),
    ("Dana Hale demanded an inquiry.", "demand"),
    ("Dana Hale urged the crew to wait.", "appeal"),
    ("Dana Hale called for an inquiry.", "appeal"),
    ("Dana Hale admitted that the gates were old.", "concede"),
    ("Dana Hale praised the crew.", "praise"),
    # a negation turns a stance round
    ("Dana Hale did not support the plan.", "oppose"),
    ("Dana Hale does not believe the report is right.", "deny"),
    # behind "called it" the words decide
    ("Dana Hale called the plan a disgrace.", "criticise"),
    ("Dana Hale called the vote a historic success.", "praise"),
    ("Dana Hale called the boat a schooner.", "assert"),
    ("Dana Hale called the union's figure pure speculation.", "deny"),
    ("Dana Hale called it false.", "deny"),
    ("Dana Hale called the union's figure wrong.", "deny"),
    ("Dana Hale called the attack wrong.", "criticise"),
    ("Dana Hale said the number was wrong.", "deny"),
    ("Dana Hale said it was wrong to close the port.", "assert"),
    # what few believe nobody says
    ("Few believe that 12 sailors drowned.", "deny"),
    ("Nobody in the town believes that 12 people were rescued.", "deny"),
    # behind "said" the content does
    ("Dana Hale said he would not resign.", "refuse"),
    ("Dana Hale said she would not step down.", "refuse"),
    ("Dana Hale said he would rebuild the dam.", "vow"),
    ("Dana Hale said he would be late.", "assert"),
    ("Dana Hale said it would close the road.", "assert"),
    ("Dana Hale said he will rebuild the dam.", "vow"),
    ('"We will rebuild the dam," Dana Hale said.', "vow"),
    ("Dana Hale said the port will close.", "assert"),
    ("Dana Hale said he was against the plan.", "oppose"),
    ('"We do not support a second port," Dana Hale said.', "oppose"),
    ('"They do not support a second port," Dana Hale said.', "assert"),
    ("The port authority said it will take several days to mend the crane.", "assert"),
    ("The port authority said it will mend the crane.", "vow"),
    ('"We know that the crane will fall," Dana Hale said.', "assert"),
    ('"We are going to see more floods," Dana Hale said.', "assert"),
    ("Dana Hale said the line should be back to normal by Friday.", "assert"),
    ("Dana Hale said the repairs should be finished by the end of May.", "assert"),
    ("Dana Hale said the mayor should be dismissed.", "demand"),
    ("Dana Hale said she liked the plan.", "assert"),
    ("Dana Hale said she plans to rebuild the dam.", "vow"),
    ("Dana Hale said the leak was a threat to the town.", "warn"),
    ("Dana Hale said there was no leak.", "deny"),
    ("Dana Hale said the verdict was an outrage.", "criticise"),
    ("Dana Hale said the allegations were completely false.", "deny"),
    ('"These charges are lies," Dana Hale said.', "deny"),
    ("Dana Hale said the union's description of the talks was not accurate.", "deny"),
    ("Dana Hale said that if the report was false the port would sue.", "assert"),
    ("Dana Hale said her son was innocent.", "deny"),
    ("Dana Hale said her son was not the one who fired.", "deny"),
    ("Dana Hale said her son did not shoot the driver.", "deny"),
    ("Dana Hale said he was not a man of many words.", "assert"),
    ("Dana Hale said he had nothing to do with the fire.", "deny"),
    ("Dana Hale said his client did nothing wrong.", "deny"),
    ('Dana Hale said the plan would be a "disgrace".', "criticise"),
    ('"I think the plan is a disgrace," Dana Hale said.', "criticise"),
    ("Dana Hale called the mayor a coward.", "criticise"),
    ("The plan was dismissed by Dana Hale as a stunt.", "deny"),
    ("It was a deal hailed by Dana Hale as a fresh start.", "praise"),
    ("Dana Hale has pleaded not guilty.", "deny"),
    ("Dana Hale, 35, of Kelmouth pleaded not guilty to two counts of fraud and one of theft.", "deny"),
    ("Dana Hale pleaded guilty to two counts of fraud.", "concede"),
    ("Dana Hale pleaded not guilty to fraud.", "deny"),
    ("Dana Hale said there was no way to close the gates.", "assert"),
    ("Dana Hale said the minister must resign.", "demand"),
    ("Dana Hale said none of the crew was in danger.", "assert"),
    ("Residents called for the mine to be closed for good.", "appeal"),
    # in the speaker's own words "she" is somebody else
    ('"She will rebuild the dam," Dana Hale said.', "assert"),
]


@pytest.mark.parametrize(("text", "polarity"), SAID)
def test_polarity(attributed: Callable[..., list[Any]], text: str, polarity: str) -> None:
    assert [a.polarity for a in attributed(text)] == [polarity]
