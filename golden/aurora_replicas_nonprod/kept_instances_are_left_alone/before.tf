# Nobody takes these away.
provider "aws" {}

variable "environment" {
  type    = string
  default = "dev"
}

resource "aws_rds_cluster_instance" "kept" {
  count          = 2
  instance_class = "db.r6g.large"
  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_rds_cluster_instance" "chosen" {
  count          = var.environment == "prod" ? 2 : 1
  instance_class = "db.r6g.large"
}

resource "aws_rds_cluster_instance" "only" {
  count          = 1
  instance_class = "db.r6g.large"
}
