variable "environment" {
  type = string
}

variable "deletion_protection" {
  description = "Protect databases from deletion"
  type        = bool
  default     = true
}

variable "skip_final_snapshot" {
  description = "Delete databases without a last snapshot"
  type        = bool
  default     = false
}

provider "aws" {
  region = "eu-central-1"
}

# orders
resource "aws_db_instance" "orders" {
  identifier          = "orders-${var.environment}"
  engine              = "postgres"
  instance_class      = "db.t4g.micro"
  deletion_protection = var.deletion_protection
  skip_final_snapshot = var.skip_final_snapshot
}
