terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = { source = "hashicorp/aws", version = "~> 6.0" }
  }
}

resource "aws_db_subnet_group" "this" {
  name       = var.name
  subnet_ids = var.subnet_ids
}

resource "aws_rds_cluster" "this" {
  cluster_identifier          = var.name
  engine                      = "aurora-postgresql"
  engine_mode                 = "provisioned"
  engine_version              = "16.6"
  database_name               = "app"
  master_username             = "app_owner"
  manage_master_user_password = true
  subnet_group_name = aws_db_subnet_group.this.name
  vpc_security_group_ids      = var.security_group_ids
  storage_encrypted           = true
  skip_final_snapshot         = true

  serverless_v2_scaling_configuration {
    min_capacity = "0.5 ACU"
    max_capacity = 4
  }
}

resource "aws_rds_cluster_instance" "this" {
  count              = var.instance_count
  identifier         = "${var.name}-${count.index}"
  instance_class     = "db.serverless"
  engine             = aws_rds_cluster.this.engine
  engine_version     = aws_rds_cluster.this.engine_version
}
