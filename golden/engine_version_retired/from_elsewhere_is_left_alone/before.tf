variable "version_of_engine" {
  type = string
}

# From a snapshot, whose version it has.
resource "aws_db_instance" "restored" {
  engine              = "postgres"
  engine_version      = "15.4"
  instance_class      = "db.t4g.medium"
  snapshot_identifier = "rds:orders-2024-01-01"
  skip_final_snapshot = true
}

# By its major, of which RDS takes the newest.
resource "aws_db_instance" "major" {
  engine                      = "postgres"
  engine_version              = "15"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "app"
  manage_master_user_password = true
  skip_final_snapshot         = true
}

resource "aws_db_instance" "of_mysql" {
  engine                      = "mysql"
  engine_version              = "8.0"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "app"
  manage_master_user_password = true
  skip_final_snapshot         = true
}

# Nobody lists what is withdrawn of this engine.
resource "aws_db_instance" "maria" {
  engine                      = "mariadb"
  engine_version              = "10.3.8"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "app"
  manage_master_user_password = true
  skip_final_snapshot         = true
}

# Nobody knows which.
resource "aws_db_instance" "told" {
  engine                      = "postgres"
  engine_version              = var.version_of_engine
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "app"
  manage_master_user_password = true
  skip_final_snapshot         = true
}

# Newer than our table.
resource "aws_db_instance" "tomorrow" {
  engine                      = "postgres"
  engine_version              = "19.1"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "app"
  manage_master_user_password = true
  skip_final_snapshot         = true
}
