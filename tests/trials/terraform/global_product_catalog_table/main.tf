terraform {
  required_version = ">= 1.4.0"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

provider "aws" {
  region = var.primary_region

  default_tags {
    tags = {
      Project   = "catalog"
      ManagedBy = "terraform"
    }
  }
}

variable "primary_region" {
  type    = string
  default = "us-east-1"
}

variable "replica_region" {
  type    = string
  default = "eu-west-1"
}

variable "table_name" {
  type    = string
  default = "product-catalog"
}

# Single-table design; one index for listing by category
resource "aws_dynamodb_table" "catalog" {
  name                = var.table_name
  billing_mode        = "PAY_PER_REQUEST"
  hash_key            = "pk"
  range_key           = "sk"
  stream_enabled      = true
  stream_view_type    = "NEW_AND_OLD_IMAGES"
  deletion_protection = true

  attributes = [
    {
      name = "pk"
      type = "S"
    },
    {
      name = "sk"
      type = "S"
    },
    {
      name = "category"
      type = "S"
    }
  ]

  global_secondary_indexes {
    name            = "by-category"
    hash_key        = "category"
    range_key       = "sk"
    projection_type = "ALL"
  }

  ttl = {
    attribute_name = "expires_at"
    enabled        = true
  }

  point_in_time_recovery {
    enabled = true
  }

  server_side_encryption {
    enabled = true
  }

  replica {
    region_name = var.replica_region

    point_in_time_recovery {
      enabled = true
    }
  }
}

output "table_arn" {
  value = aws_dynamodb_table.catalog.arn
}

output "stream_arn" {
  value = aws_dynamodb_table.catalog.stream_arn
}
