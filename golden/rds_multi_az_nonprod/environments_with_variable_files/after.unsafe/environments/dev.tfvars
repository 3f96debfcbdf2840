environment = "dev"
db_multi_az = false
