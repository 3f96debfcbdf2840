variable "environment" {
  type = string
}

variable "force_delete" {
  description = "Delete repositories with what is in them"
  type        = bool
  default     = false
}

variable "force_destroy" {
  description = "Delete buckets with what is in them"
  type        = bool
  default     = false
}

provider "aws" {
  region = "eu-central-1"
}

# what people upload
resource "aws_s3_bucket" "uploads" {
  bucket        = "uploads-${var.environment}"
  force_destroy = var.force_destroy
}

resource "aws_ecr_repository" "shop" {
  name         = "shop"
  force_delete = var.force_delete
}
