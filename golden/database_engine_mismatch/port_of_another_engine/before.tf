resource "aws_security_group" "reports" {
  name   = "reports"
  vpc_id = var.vpc_id

  ingress {
    description = "from inside"
    from_port   = 3306 # the database
    to_port     = 3306
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/16"]
  }
}

resource "aws_db_instance" "reports" {
  identifier                  = "reports"
  engine                      = "postgres"
  instance_class              = "db.t4g.micro"
  allocated_storage           = 20
  username                    = "reports"
  manage_master_user_password = true
  vpc_security_group_ids      = [aws_security_group.reports.id]
}

variable "vpc_id" {
  type = string
}
