resource "aws_db_snapshot" "before" {
  db_instance_identifier = "orders"
  db_snapshot_identifier = "orders-before"
}

# Made a few lines above
resource "aws_db_instance" "copy" {
  instance_class      = "db.t3.small"
  snapshot_identifier = "orders-before"
}

data "aws_db_snapshot" "latest" {
  db_instance_identifier = "orders"
  most_recent            = true
}

resource "aws_db_instance" "latest" {
  instance_class      = "db.t3.small"
  snapshot_identifier = data.aws_db_snapshot.latest.id
}
