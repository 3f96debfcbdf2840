resource "aws_db_instance" "main" {
  engine                          = "mysql"
  instance_class                  = "db.t4g.micro"
  enabled_cloudwatch_logs_exports = ["error", "slowquery"] # both are read
}
