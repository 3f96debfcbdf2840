resource "aws_db_instance" "orders" {
  engine         = "postgres"
  instance_class = "db.t4g.micro"
}

# asks CloudWatch about it
resource "aws_lambda_function" "report" {
  function_name = "report"
  role          = var.role_arn
  image_uri     = var.image
  package_type  = "Image"

  environment {
    variables = {
      RDS_INSTANCE_ID = aws_db_instance.orders.identifier
    }
  }
}
