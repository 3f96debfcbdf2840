resource "aws_db_parameter_group" "reports" {
  name   = "reports"
  family = "mysql8.0" # asked for by the application

  parameter {
    name  = "max_connections"
    value = "200"
  }
}

resource "aws_db_parameter_group" "archive" {
  name   = "archive"
  family = "postgres16"
}

resource "aws_db_instance" "reports" {
  identifier                  = "reports"
  engine                      = "postgres"
  engine_version              = "16.3"
  instance_class              = "db.t4g.micro"
  allocated_storage           = 20
  username                    = "reports"
  manage_master_user_password = true
  parameter_group_name        = aws_db_parameter_group.reports.name
}

resource "aws_db_instance" "archive" {
  identifier                  = "archive"
  engine                      = "postgres"
  engine_version              = "16.3"
  instance_class              = "db.t4g.micro"
  allocated_storage           = 20
  username                    = "archive"
  manage_master_user_password = true
  parameter_group_name        = aws_db_parameter_group.archive.name
}
