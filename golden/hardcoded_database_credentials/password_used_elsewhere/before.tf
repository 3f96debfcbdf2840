variable "db_password" {
  type    = string
  default = "ChangeMe123456!"
}

resource "aws_db_instance" "main" {
  engine         = "mysql"
  instance_class = "db.t3.micro"
  username       = "admin"
  password       = var.db_password # the function has it too
}

resource "aws_lambda_function" "reader" {
  function_name = "reader"
  role          = "arn:aws:iam::123456789012:role/reader"

  environment {
    variables = { PASSWORD = var.db_password }
  }
}
