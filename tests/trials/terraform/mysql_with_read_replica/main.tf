terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

variable "subnet_ids" {
  type = list(string)
}

resource "aws_db_subnet_group" "shop" {
  name       = "shop"
  subnet_ids = var.subnet_ids
}

resource "aws_db_parameter_group" "shop" {
  name   = "shop-mysql8"
  family = "mysql8.0"

  parameter {
    name  = "performance_schema"
    value = "1"
  }

  parameter { name = "long_query_time", value = "2" }
}

resource "aws_db_instance" "primary" {
  identifier                  = "shop-primary"
  engine                      = "mysql"
  engine_version              = "8.0"
  instance_class              = "db.m6g.large"
  allocated_storage           = 100
  username                    = "shop"
  manage_master_user_password = true
  multi_az                    = "yes"
  db_subnet_group_name        = aws_db_subnet_group.shop.name
  parameter_group_name        = aws_db_parameter_group.shop.name
  backup_retention_period     = 7
  skip_final_snapshot         = true

  enabled_cloudwatch_logs_exports = ["error", "slow_query"]
}

resource "aws_db_instance" "replica" {
  identifier          = "shop-replica"
  instance_class      = "db.m6g.large"
  source_db_identifier = aws_db_instance.primary.identifier
  skip_final_snapshot = true
}
