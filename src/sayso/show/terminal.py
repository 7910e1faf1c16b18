from sayso.model import Story
def show(stories: list[Story]) -> None:
    for s in stories: print(s.title)
