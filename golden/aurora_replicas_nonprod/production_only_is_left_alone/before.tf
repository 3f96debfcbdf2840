# There is nothing but production.
provider "aws" {}

variable "environment" {
  type    = string
  default = "prod"
}

resource "aws_rds_cluster_instance" "main" {
  count          = 3
  instance_class = "db.r6g.large"
}
