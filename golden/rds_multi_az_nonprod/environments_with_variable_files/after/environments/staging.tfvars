environment = "staging" # as production, but smaller
