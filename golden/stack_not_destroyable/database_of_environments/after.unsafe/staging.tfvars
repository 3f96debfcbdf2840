environment         = "staging"
deletion_protection = false
skip_final_snapshot = true
