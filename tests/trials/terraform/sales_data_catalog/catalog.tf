resource "aws_glue_catalog_database" "sales" {
  name = "sales"
}

resource "aws_glue_crawler" "sales" {
  name     = "sales"
  role     = var.crawler_role_arn
  database = aws_glue_catalog_database.sales.name
  schedule = "cron(0 5 * * ? *)"

  s3_target = {
    path = "s3://${aws_s3_bucket.sales.bucket}/raw/"
  }
}

resource "aws_athena_workgroup" "sales" {
  name = "sales"

  configuration {
    enforce_workgroup_configuration = true
  }

  result_configuration {
    output_location = "s3://${aws_s3_bucket.sales.bucket}/athena/"
  }
}
