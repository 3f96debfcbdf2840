"""How a run is told: to people, to programs, and to git."""
