provider "aws" {
  region = "eu-west-1"
}

variable "role" {
  type = string
}

variable "environment_suffix" {
  description = "Environment suffix appended to resource names to avoid collisions"
  type        = string
  default     = "dev"
}

resource "aws_s3_bucket" "orders" {
  bucket = "orders-${var.environment_suffix}"
}

resource "aws_iam_role_policy" "copy" {
  name = "copy"
  role = var.role
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Action = "s3:GetObject"
      Resource = [
        "arn:aws:s3:::orders-${var.environment_suffix}/*",
        "arn:aws:s3:::orders-old/*",  # the predecessor's, made elsewhere
        "arn:aws:s3:::reorders/*",    # another team's
        "arn:aws:s3:::legacy/orders", # a key, not the bucket
      ]
    }]
  })
}
