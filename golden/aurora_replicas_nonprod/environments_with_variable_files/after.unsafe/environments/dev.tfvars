environment           = "dev"
aurora_instance_count = 1
