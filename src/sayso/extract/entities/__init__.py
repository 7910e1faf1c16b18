"""Who is named: people, bodies and places of one report, and which names are one."""
