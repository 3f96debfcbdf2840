environment = "staging" # as production, but smaller
db_multi_az = false
