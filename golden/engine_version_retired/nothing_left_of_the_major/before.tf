resource "aws_db_instance" "archive" {
  engine                      = "postgres"
  engine_version              = "11.5"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "archive"
  manage_master_user_password = true
  skip_final_snapshot         = true
}
