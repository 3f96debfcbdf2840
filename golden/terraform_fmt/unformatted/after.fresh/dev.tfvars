team = "a"
