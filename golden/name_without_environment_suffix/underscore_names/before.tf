provider "aws" {
  region = "eu-west-1"
}

variable "lake_bucket" {
  type = string
}

resource "aws_glue_catalog_database" "sales" {
  name         = "sales_lake" # hyphens make quoting necessary
  location_uri = "s3://${var.lake_bucket}/sales"
}

resource "aws_athena_workgroup" "analysts" {
  name = "sales_analysts"
}

resource "aws_timestreamwrite_database" "meters" {
  database_name = "meters"
}
