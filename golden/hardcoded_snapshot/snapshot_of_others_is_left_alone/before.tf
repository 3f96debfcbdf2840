# Shared with everybody
resource "aws_db_instance" "sample" {
  instance_class      = "db.t3.small"
  snapshot_identifier = "arn:aws:rds:us-east-1:123456789012:snapshot:sample"
}

variable "snapshot" {
  type = string
}

resource "aws_db_instance" "given" {
  instance_class      = "db.t3.small"
  snapshot_identifier = var.snapshot
}
