provider "aws" {
  region = "eu-west-1"
}

variable "project_name" {
  type    = string
  default = "customer-relations"
}

variable "subnet_ids" {
  type = list(string)
}

# 25 of 32 characters.
resource "aws_lb" "public" {
  name    = "${var.project_name}-public"
  subnets = var.subnet_ids
}

# 57 of 63 characters.
resource "aws_s3_bucket" "archive" {
  bucket = "acme-customer-relations-quarterly-archive-of-all-invoices"
}

resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id = "customer-relations-session-cache" # 32 of 40
  description          = "Sessions"
}
