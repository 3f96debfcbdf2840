provider "aws" {
  region = "eu-west-1"
}

variable "lake_bucket" {
  type = string
}

variable "environment_suffix" {
  description = "Environment suffix appended to resource names to avoid collisions"
  type        = string
  default     = "dev"
}

resource "aws_glue_catalog_database" "sales" {
  name         = "sales_lake_${var.environment_suffix}" # hyphens make quoting necessary
  location_uri = "s3://${var.lake_bucket}/sales"
}

resource "aws_athena_workgroup" "analysts" {
  name = "sales_analysts_${var.environment_suffix}"
}

resource "aws_timestreamwrite_database" "meters" {
  database_name = "meters_${var.environment_suffix}"
}
