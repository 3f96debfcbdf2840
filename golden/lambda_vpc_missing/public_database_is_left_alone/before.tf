resource "aws_db_instance" "orders" {
  engine              = "postgres"
  instance_class      = "db.t4g.micro"
  publicly_accessible = var.public # in development
}

resource "aws_lambda_function" "report" {
  function_name = "report"
  role          = var.role_arn
  image_uri     = var.image
  package_type  = "Image"

  environment {
    variables = {
      DB_HOST = aws_db_instance.orders.address
    }
  }
}
