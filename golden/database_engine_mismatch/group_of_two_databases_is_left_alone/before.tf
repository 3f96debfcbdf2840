resource "aws_security_group" "databases" {
  name   = "databases"
  vpc_id = var.vpc_id

  ingress {
    from_port   = 3306 # of the old one
    to_port     = 3306
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/16"]
  }
}

resource "aws_db_instance" "old" {
  identifier                  = "old"
  engine                      = "mysql"
  instance_class              = "db.t4g.micro"
  allocated_storage           = 20
  username                    = "old"
  manage_master_user_password = true
  vpc_security_group_ids      = [aws_security_group.databases.id]
}

resource "aws_db_instance" "new" {
  identifier                  = "new"
  engine                      = "postgres"
  instance_class              = "db.t4g.micro"
  allocated_storage           = 20
  username                    = "new"
  manage_master_user_password = true
  vpc_security_group_ids      = [aws_security_group.databases.id]
}

variable "vpc_id" {
  type = string
}
