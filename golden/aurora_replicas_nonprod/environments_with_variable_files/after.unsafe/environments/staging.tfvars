environment           = "staging" # as production, but smaller
aurora_instance_count = 1
