"""Stories → what people and machines read: terminal, story file, page. Every word of a report is hostile."""
